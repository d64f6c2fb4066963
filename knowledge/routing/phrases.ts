import { z } from 'zod';
import { hasDiacritic, tokenize } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';
import { respell } from '../language/respelling.ts';
import type { Respellings } from '../language/respelling.ts';

/**
 * Phrases that officers can read: `a | b` are alternatives, `<name>` is any phrase of a word class, `…` stands for up to
 * four words. A word typed without diacritics meets the word with them, but for `word!`, which asks for its own.
 */
export const phrasesSchema = z.string().trim().min(1);

export const wordClassesSchema = z.record(z.string(), z.array(phrasesSchema).min(1));

export type WordClasses = z.infer<typeof wordClassesSchema>;

type Part =
  { kind: 'word'; token: Token; strict: boolean } | { kind: 'gap' } | { kind: 'class'; phrases: Phrases };
type Phrase = readonly Part[];

/** Alternatives by each word, without diacritics, that they may begin with. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** A name that no word class has, or one that contains itself. */
export class UnknownClassError extends Error {
  constructor(name: string, rule: string) {
    super(`Rule ${rule} names the word class <${name}>, which does not exist or contains itself`);
    this.name = 'UnknownClassError';
  }
}

const LONGEST_GAP = 4;
const PIECES = /<[^>]+>|…|[^<>…]+/gu;

const beginnings = ([first]: Phrase): Iterable<string> => {
  if (first?.kind === 'word') return [first.token.folded];
  return first?.kind === 'class' ? first.phrases.keys() : [];
};

const byBeginning = (phrases: readonly Phrase[]): Phrases => {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases)
    for (const word of beginnings(phrase)) {
      const known = found.get(word);
      if (known) known.push(phrase);
      else found.set(word, [phrase]);
    }
  return found;
};

/** Words of a rule in the spelling that messages are brought to; those that ask for their diacritics stay. */
const wordsOf = (text: string, respellings: Respellings): Part[] =>
  (text.match(/\S+!|(?:\S+(?<!!)(?:\s+|$))+/gu) ?? []).flatMap((run) =>
    respell(tokenize(run.normalize('NFC')), respellings, true).map((token): Part => ({
      kind: 'word',
      token,
      strict: run.endsWith('!'),
    })),
  );

/**
 * Reads lines of phrases. In a `strict` one, a single word asks for its diacritics: alone and without them, "quà" could be
 * any "qua".
 */
export const createPhraseReader = (classes: WordClasses, respellings: Respellings) => {
  const known = new Map<string, Phrases>();
  const openClasses = new Set<string>();

  const classOf = (name: string, strict: boolean, rule: string): Phrases => {
    const key = `${strict ? '!' : ''}${name}`;
    const read = known.get(key);
    if (read) return read;
    const lines = classes[name];
    if (!lines || openClasses.has(name)) throw new UnknownClassError(name, rule);
    openClasses.add(name);
    const phrases = phrasesOf(lines, strict, rule);
    openClasses.delete(name);
    known.set(key, phrases);
    return phrases;
  };

  const phraseOf = (text: string, strict: boolean, rule: string): Phrase => {
    const parts = (text.match(PIECES) ?? []).flatMap((piece): Part[] => {
      if (piece === '…') return [{ kind: 'gap' }];
      if (!piece.startsWith('<')) return wordsOf(piece.trim(), respellings);
      return [{ kind: 'class', phrases: classOf(piece.slice(1, -1), strict, rule) }];
    });
    return strict ? parts.map((part) => (part.kind === 'word' ? { ...part, strict } : part)) : parts;
  };

  const phrasesOf = (lines: readonly string[], strict: boolean, rule: string): Phrases =>
    byBeginning(
      lines.flatMap((line) =>
        line.split('|').map((alternative) => phraseOf(alternative.trim(), strict, rule)),
      ),
    );

  return phrasesOf;
};

const meets = (token: Token, wanted: Token, strict: boolean): boolean =>
  token.folded === wanted.folded
    ? token.accented === wanted.accented ||
      (!hasDiacritic(token) && (!strict || token.guess === wanted.accented))
    : !strict && token.maybe?.includes(wanted.folded) === true;

const anyOf = (
  beginning: string,
  tokens: readonly Token[],
  at: number,
  phrases: Phrases,
  then: (end: number) => boolean,
): boolean => {
  for (const phrase of phrases.get(beginning) ?? []) if (standsAt(tokens, at, phrase, 0, then)) return true;
  return false;
};

const anyStandsAt = (
  tokens: readonly Token[],
  at: number,
  phrases: Phrases,
  then: (end: number) => boolean,
): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  return (
    anyOf(token.folded, tokens, at, phrases, then) ||
    token.maybe?.some((form) => anyOf(form, tokens, at, phrases, then)) === true
  );
};

const standsAt = (
  tokens: readonly Token[],
  at: number,
  phrase: Phrase,
  from: number,
  then: (end: number) => boolean,
): boolean => {
  const part = phrase[from];
  if (part === undefined) return then(at);
  if (part.kind === 'word') {
    const token = tokens[at];
    if (token === undefined || !meets(token, part.token, part.strict)) return false;
    return standsAt(tokens, at + 1, phrase, from + 1, then);
  }
  if (part.kind === 'class')
    return anyStandsAt(tokens, at, part.phrases, (next) => standsAt(tokens, next, phrase, from + 1, then));
  for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1)
    if (standsAt(tokens, at + skipped, phrase, from + 1, then)) return true;
  return false;
};

const toTheEnd = (): boolean => true;

/** Whether one of the phrases stands somewhere in the words. */
export const isSaid = (tokens: readonly Token[], phrases: Phrases): boolean =>
  tokens.some(
    ({ folded, maybe }, at) =>
      (maybe !== undefined || phrases.has(folded)) && anyStandsAt(tokens, at, phrases, toTheEnd),
  );
