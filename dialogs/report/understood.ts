import { extractFacts } from '../../reports/extract-facts.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { answerFrom, ONLY_DEMANDED, understoodOf } from '../../reports/questionnaires/prefill.ts';
import type { Draft, Told } from '../draft.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { report } from '../texts/report.ts';
import { factsOf } from './facts-of.ts';

/** From so many words on, what was told answers "what happened" and is not asked again. */
const STORY_WORDS = 10;
const LONG_WORDS = 15;

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

/**
 * Fills the questions that were neither asked nor answered from what was told (money that was only demanded may turn out to be
 * paid), and gives back the ids of those that the
 * resident has to confirm. Their own words for "what happened" need no confirming.
 */
export function understand(draft: Draft): string[] {
  const own = draft.told.filter(isOwn);
  const facts = factsOf(own);
  const isOpen = (id: string): boolean =>
    (draft.answers[id] ?? { value: ONLY_DEMANDED }).value === ONLY_DEMANDED &&
    !draft.asked.includes(id) &&
    !draft.skipped.includes(id);
  const story = own.map(({ text }) => text).join('\n');
  if (isOpen('what') && wordsIn(foldedWords(story)) >= STORY_WORDS)
    draft.answers['what'] = { value: 'said', text: story };
  return questionnaireFor(draft.category ?? 'C99').questions.flatMap((question) => {
    const understood = isOpen(question.id) ? answerFrom(question, facts) : null;
    if (understood === null || understood.text === draft.answers[question.id]?.text) return [];
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
