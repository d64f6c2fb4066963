import type { Facts } from '../extract-facts.ts';
import { accountIndicator } from '../indicators/normalise.ts';
import { APPROACH_CHANNELS } from '../parsing/approach-channel.ts';
import { formatMoney } from '../parsing/money-answer.ts';
import { formatWhen } from '../parsing/when-answer.ts';
import type { FactName, Question, Questionnaire } from './questionnaire.ts';

/** An answer understood without asking: `value` for the questionnaire's conditions, `text` for people. */
export interface UnderstoodAnswer {
  readonly question: string;
  readonly label: string;
  readonly value: string;
  readonly text: string;
}

/** What a free message already answers of a questionnaire; the resident only confirms it. */
export function prefill(questionnaire: Questionnaire, facts: Facts): readonly UnderstoodAnswer[] {
  return questionnaire.questions.flatMap((question) => {
    const answer = answerFrom(question, facts);
    return answer === null ? [] : [answer];
  });
}

/** The answer to one question from what a message says; null when it does not say it. */
function answerFrom(question: Question, facts: Facts): UnderstoodAnswer | null {
  const texts = (question.fills ?? []).flatMap((name) => describeFact(name, facts));
  const [first] = texts;
  if (first === undefined) return null;
  const value =
    question.fills?.includes('channel') === true && facts.channels[0] !== undefined
      ? facts.channels[0]
      : first;
  const parts =
    question.kind === 'choice' || question.kind === 'when' || question.kind === 'money' ? [first] : texts;
  return { question: question.id, label: question.label, value, text: [...new Set(parts)].join('; ') };
}

/** The fact in words for people, one string for each thing found. */
function describeFact(name: FactName, facts: Facts): readonly string[] {
  switch (name) {
    case 'money':
      return facts.mainMoney === null ? [] : [formatMoney(facts.mainMoney)];
    case 'when':
      return facts.when === null ? [] : [formatWhen(facts.when)];
    case 'channel':
      return facts.channels.map((channel) => APPROACH_CHANNELS[channel]);
    case 'phones':
      return facts.phones.map(({ display }) => display);
    case 'accounts':
      return facts.accounts.map((account) => accountIndicator(account).display);
    case 'links':
      return facts.links.map(({ display }) => display);
    case 'socials':
      return facts.socials.map(({ display }) => display);
  }
}
