import type { Facts } from '../extract-facts.ts';
import { accountIndicator } from '../indicators/normalise.ts';
import { formatMoney } from '../parsing/money-answer.ts';
import { formatWhen } from '../parsing/when-answer.ts';
import type { FactName, Question } from './questionnaire.ts';

/** What was understood without asking: `value` for the questionnaire's conditions, `text` for people. */
export interface Understood {
  readonly value: string;
  readonly text: string;
}

/** The value of a loss where money was demanded and nobody said that it was paid. */
export const ONLY_DEMANDED = 'demanded';

/** What was lost: "made" in any of the messages counts, then that it was refused. */
function lossOf(facts: readonly Facts[]): Understood | null {
  const money = understoodOf('money', facts);
  const payments = facts.map(({ payment }) => payment);
  if (money === null || payments.includes('made')) return money;
  if (payments.includes('refused')) return { value: ONLY_DEMANDED, text: `Chưa mất (bị đòi ${money.text})` };
  if (payments.includes('demanded'))
    return { value: ONLY_DEMANDED, text: `Chưa rõ đã mất (bị đòi ${money.text})` };
  return money;
}

const joined = (parts: readonly string[]): Understood | null => {
  const text = [...new Set(parts)].join('; ');
  return text === '' ? null : { value: 'said', text };
};

/** One kind of fact in several messages, oldest first; null when none names it. A channel is a choice: see `answerFrom`. */
export function understoodOf(name: FactName, facts: readonly Facts[]): Understood | null {
  switch (name) {
    case 'money': {
      const named = facts.flatMap(({ mainMoney }) => mainMoney ?? []);
      const money = named.findLast(({ isOther }) => isOther !== true) ?? named.at(-1) ?? null;
      return money === null ? null : { value: `${money.amount} ${money.currency}`, text: formatMoney(money) };
    }
    case 'loss':
      return lossOf(facts);
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

/**
 * The answer to a question from what free messages say; null when they do not say it. Several facts may answer one question;
 * a channel only where nothing more exact was said.
 */
export function answerFrom(question: Question, facts: readonly Facts[]): Understood | null {
  const fills = question.fills ?? [];
  const parts = fills.map((name) => understoodOf(name, facts)).filter((part) => part !== null);
  const [first] = parts;
  if (first !== undefined) return parts.length === 1 ? first : joined(parts.map(({ text }) => text));
  return fills.includes('channel') ? channelOf(question, facts) : null;
}
