import { foldedWords } from './folded-words.ts';
import { nearlyEqual } from './near.ts';

/** One thing that may be chosen. */
export interface Choice {
  readonly id: string;
  /** On the button; at most 20 characters, the shortest limit of the channels. */
  readonly title: string;
  /** Other words by which people say the same. */
  readonly says?: readonly string[];
}

const NUMBER = /^(?:so |cau |chon |muc |y )?(\d{1,2})$/;
const NUMBER_WORDS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

const namesOf = ({ title, says = [] }: Choice): string[] =>
  [title, ...says].map(foldedWords).filter((name) => name !== '');

const byNumber = (folded: string, choices: readonly Choice[]): Choice | undefined => {
  const digits = NUMBER.exec(folded)?.[1];
  const position = digits === undefined ? NUMBER_WORDS.indexOf(folded) + 1 : Number(digits);
  return choices[position - 1];
};

const within = (folded: string, name: string): boolean => ` ${folded} `.includes(` ${name} `);

const only = (found: readonly Pick<Choice, 'id'>[]): string | null =>
  found.length === 1 ? (found[0]?.id ?? null) : null;

/**
 * The choice meant by a typed reply, or null: its number ("1", "số 1", "một"), its title or another name with or without
 * diacritics, nearly its title, a clear part of it, or a short sentence that holds the name of exactly one.
 */
export function recogniseChoice(text: string, choices: readonly Choice[]): string | null {
  const folded = foldedWords(text);
  if (folded === '') return null;
  const named = choices.map((choice) => ({ id: choice.id, names: namesOf(choice) }));
  const exact = only(named.filter((choice) => choice.names.includes(folded)));
  if (exact !== null) return exact;
  const numbered = byNumber(folded, choices);
  if (numbered !== undefined) return numbered.id;
  const near = only(named.filter((choice) => choice.names.some((name) => nearlyEqual(folded, name))));
  if (near !== null) return near;
  const clauses = text.split(/[,.;\n]/).map(foldedWords);
  const isMeant = (name: string): boolean => names(folded, name) && !isDenied(clauses, name);
  return only(named.filter((choice) => choice.names.some(isMeant)));
}

const LONGEST_SENTENCE_WORDS = 8;
const SHORT_NAME_WORDS = 4;
const LEAST_PART_CHARS = 4;

const DENIES = /\b(?:khong|ko|k|hong|dung|chua)\b/;
/** How far before a name a word that denies it may stand: "nó không cho báo công an". */
const FARTHEST_DENIAL = 2;

const isDenied = (clauses: readonly string[], name: string): boolean => {
  const clause = clauses.find((one) => within(one, name));
  const before = ` ${clause ?? ''} `.split(` ${name} `)[0] ?? '';
  return DENIES.test(before.trim().split(' ').slice(-FARTHEST_DENIAL).join(' '));
};

/** A sentence that holds the whole name, or a reply that is a clear part of it ("facebook" for "Facebook, Messenger"). */
function names(folded: string, name: string): boolean {
  const words = folded.split(' ').length;
  if (words > LONGEST_SENTENCE_WORDS) return false;
  if (folded.length >= LEAST_PART_CHARS && within(name, folded)) return true;
  return (name.length > 3 || words <= SHORT_NAME_WORDS) && within(folded, name);
}
