import { extractFacts } from '../../reports/extract-facts.ts';
import { accountIndicator } from '../../reports/indicators/normalise.ts';
import { findAccounts } from '../../reports/parsing/account.ts';
import { findApproachChannels } from '../../reports/parsing/approach-channel.ts';
import { fold, readable } from '../../reports/parsing/fold.ts';
import { findHolders } from '../../reports/parsing/holder.ts';
import { findMoney } from '../../reports/parsing/money.ts';
import { formatMoney } from '../../reports/parsing/money-answer.ts';
import { findPhones } from '../../reports/parsing/phone.ts';
import { blankOut } from '../../reports/parsing/place.ts';
import { findWhen } from '../../reports/parsing/when.ts';
import { formatWhen, readWhenAnswer } from '../../reports/parsing/when-answer.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { foldedWords } from '../prompts/folded-words.ts';

/** An answer to a question as it may stand in a draft. */
export interface Value {
  readonly value: string;
  readonly text: string;
}

const MOST_TIMES = 3;

/** Every answer to this question that stands in the words, each once, without the one that the draft has already. */
export function valuesIn(question: Question, words: string, now: Date, current: Value | null): Value[] {
  const fresh = find(question, words, now, current).filter(
    (one) => current === null || !isSame(one, current),
  );
  return fresh.filter((one, index) => fresh.findIndex((other) => isSame(one, other)) === index);
}

/** Free words are all of one value. */
export const SAID = 'said';
const isSame = (one: Value, other: Value): boolean =>
  one.text === other.text || (one.value === other.value && one.value !== SAID);

/** Whether the answer that the draft has stands in the words. */
export const holdsValue = (question: Question, words: string, now: Date, current: Value): boolean =>
  find(question, words, now, null).some((one) => isSame(one, current));

function find(question: Question, words: string, now: Date, current: Value | null): Value[] {
  switch (question.kind) {
    case 'money':
      return findMoney(words).map((money) => ({
        value: `${money.amount} ${money.currency}`,
        text: formatMoney(money),
      }));
    case 'when':
      return timesIn(words, now);
    case 'account':
      return accountsIn(words, current);
    case 'phone':
      return findPhones(words, { isAnswer: true }).map(({ value, display }) => ({ value, text: display }));
    case 'choice':
      return choicesIn(question, words);
    default:
      return [...choicesIn(question, words), ...tracesIn(question, words, now, current)];
  }
}

function timesIn(words: string, now: Date): Value[] {
  const found: Value[] = [];
  let rest = readable(words);
  while (found.length < MOST_TIMES) {
    const read = readWhenAnswer(rest, now);
    if (read?.kind !== 'when') break;
    found.push({ value: read.when.at.toISOString(), text: formatWhen(read.when) });
    rest = blankOut(rest, [read.when]);
  }
  return found;
}

/** Only the number is another one: bank and name stay. */
function accountsIn(words: string, current: Value | null): Value[] {
  const [before] = current === null ? [] : findAccounts(current.text, { isAnswer: true });
  const isBefore = (number: string): boolean => number === before?.number;
  return findAccounts(words, { isAnswer: true })
    .filter(({ number }) => !isBefore(number))
    .map((account) => {
      const isBare = account.bank === null && account.holder === null;
      const inPlace =
        isBare && current !== null && before !== undefined
          ? current.text.slice(0, before.start) + account.number + current.text.slice(before.end)
          : accountIndicator({ ...account, holder: account.holder ?? before?.holder ?? null }).display;
      return { value: account.number, text: inPlace };
    });
}

/** A channel by any of its names, any other choice by its whole title: free words are not guessed at. */
function choicesIn({ choices = [], fills }: Question, words: string): Value[] {
  const folded = ` ${foldedWords(words)} `;
  const channels: readonly string[] = fills?.includes('channel') === true ? findApproachChannels(words) : [];
  return choices
    .filter(({ value, title }) => channels.includes(value) || folded.includes(` ${foldedWords(title)} `))
    .map(({ value, title }) => ({ value, text: title }));
}

/** A trace in place of the only one of its kind; several of a kind are told apart by the one that is said to be wrong. */
function tracesIn({ fills = [] }: Question, words: string, now: Date, current: Value | null): Value[] {
  const facts = extractFacts(words, now);
  const old = current === null ? null : extractFacts(current.text, now);
  return (['phones', 'links', 'socials'] as const)
    .filter((kind) => fills.includes(kind))
    .flatMap((kind) =>
      facts[kind].map(({ display }) => {
        const before = old?.[kind] ?? [];
        const [only] = before;
        if (current === null || before.some((one) => one.display === display))
          return current?.text ?? display;
        if (only === undefined) return `${current.text}; ${display}`;
        return before.length === 1
          ? current.text.slice(0, only.start) + display + current.text.slice(only.end)
          : `${current.text}; ${display}`;
      }),
    )
    .map((text) => ({ value: SAID, text }));
}

/** The text with the words that are said to be wrong changed for others; null where they do not stand in it. */
export function exchanged(text: string, wrong: string, right: string): string | null {
  const typed = readable(text);
  const sought = fold(readable(wrong))
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found =
    sought === ''
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])${sought}(?![\\p{L}\\p{N}])`, 'u').exec(fold(typed));
  if (found === null) return null;
  return `${typed.slice(0, found.index)}${right.trim()}${typed.slice(found.index + found[0].length)}`;
}

/** The words with all that is a value blanked out. */
export function withoutValues(words: string, now: Date): string {
  const { money, accounts, phones, links, socials, banks } = extractFacts(words, now);
  const numbers = findAccounts(words, { isAnswer: true });
  const typed = readable(words);
  const names = numbers.length > 0 ? findHolders(words) : [];
  const found = [...money, ...accounts, ...numbers, ...phones, ...links, ...socials, ...banks, ...names];
  let rest = blankOut(typed, found);
  for (let count = 0; count < MOST_TIMES; count += 1) {
    const when = findWhen(rest, now);
    if (when === null) break;
    rest = blankOut(rest, [when]);
  }
  return rest;
}
