import type { Facts } from '../../reports/extract-facts.ts';
import { extractFacts } from '../../reports/extract-facts.ts';
import { accountIndicator } from '../../reports/indicators/normalise.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import type { FactName, Question } from '../../reports/questionnaires/questionnaire.ts';
import { formatMoney } from '../../reports/parsing/money-answer.ts';
import { formatWhen } from '../../reports/parsing/when-answer.ts';
import type { Draft, Told } from '../draft.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { report } from '../texts/report.ts';
import { factsOf } from './facts-of.ts';

/** From so many words on, what was told answers "what happened" and is not asked again. */
const STORY_WORDS = 10;
const LONG_WORDS = 15;

interface Understood {
  readonly value: string;
  readonly text: string;
}

const wordsIn = (folded: string): number => folded.split(' ').filter((word) => word !== '').length;

/** Whether folded words are a story rather than a short reply. */
export const isStory = (folded: string): boolean => wordsIn(folded) > 6;

/** Whether a message that asked for the report dialog already tells of the matter. */
export function tellsSomething(text: string, at: Date): boolean {
  const facts = extractFacts(text, at);
  const holdsTrace = [facts.phones, facts.accounts, facts.links, facts.socials].some(
    (list) => list.length > 0,
  );
  return (
    holdsTrace || facts.mainMoney !== null || facts.when !== null || wordsIn(foldedWords(text)) >= LONG_WORDS
  );
}

const joined = (parts: readonly string[]): Understood | null => {
  const text = [...new Set(parts)].join('; ');
  return text === '' ? null : { value: 'said', text };
};

/** What the facts say for one name, or null. */
function understoodOf(name: FactName, facts: readonly Facts[]): Understood | null {
  switch (name) {
    case 'money': {
      const money = facts.findLast(({ mainMoney }) => mainMoney !== null)?.mainMoney ?? null;
      return money === null ? null : { value: `${money.amount} ${money.currency}`, text: formatMoney(money) };
    }
    case 'when': {
      const when = facts.find((one) => one.when !== null)?.when ?? null;
      return when === null ? null : { value: when.at.toISOString(), text: formatWhen(when) };
    }
    case 'channel':
      return null;
    case 'accounts':
      return joined(
        facts.flatMap(({ accounts }) => accounts.map((account) => accountIndicator(account).display)),
      );
    default:
      return joined(facts.flatMap((one) => one[name].map(({ display }) => display)));
  }
}

/** A channel answers a question that has it among its choices. */
function channelOf({ choices }: Question, facts: readonly Facts[]): Understood | null {
  const named = facts.flatMap(({ channels }) => channels);
  const choice = choices?.find(({ value }) => value === named[0]);
  return choice === undefined ? null : { value: choice.value, text: choice.title };
}

/** Several facts may answer one question; a channel only where nothing more exact was said. */
function answerFrom(question: Question, facts: readonly Facts[]): Understood | null {
  const fills = question.fills ?? [];
  const parts = fills.map((name) => understoodOf(name, facts)).filter((part) => part !== null);
  const [first] = parts;
  if (first !== undefined) return parts.length === 1 ? first : joined(parts.map(({ text }) => text));
  return fills.includes('channel') ? channelOf(question, facts) : null;
}

/**
 * Fills the questions that were neither asked nor answered from what was told, and gives back the ids of those that the
 * resident has to confirm. Their own words for "what happened" need no confirming.
 */
export function understand(draft: Draft): string[] {
  const own = draft.told.filter(isOwn);
  const facts = factsOf(own);
  const isOpen = (id: string): boolean =>
    draft.answers[id] === undefined && !draft.asked.includes(id) && !draft.skipped.includes(id);
  const story = own.map(({ text }) => text).join('\n');
  if (isOpen('what') && wordsIn(foldedWords(story)) >= STORY_WORDS)
    draft.answers['what'] = { value: 'said', text: story };
  return questionnaireFor(draft.category ?? 'C99').questions.flatMap((question) => {
    const understood = isOpen(question.id) ? answerFrom(question, facts) : null;
    if (understood === null) return [];
    draft.answers[question.id] = understood;
    return [question.id];
  });
}

/** Not what was confirmed of a picture: that has filled its answers already, and is no story. */
const isOwn = ({ fromPicture }: Told): boolean => fromPicture !== true;

/** What was understood, in short, to be read out to a bank: amounts, time, receiving account. */
export function understoodLines(told: readonly Told[]): string[] {
  const facts = factsOf(told);
  const money = understoodOf('money', facts);
  const when = understoodOf('when', facts);
  const account = understoodOf('accounts', facts);
  return [
    ...(money === null ? [] : [report.spoken.money(money.text)]),
    ...(when === null ? [] : [report.spoken.when(when.text)]),
    ...(account === null ? [] : [report.spoken.account(account.text)]),
  ];
}
