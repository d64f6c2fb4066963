import { extractFacts } from '../reports/extract-facts.ts';
import { readPayment } from '../reports/parsing/payment.ts';
import { guessCategory } from './report/guess-category.ts';
import { isLongStory } from './report/story-instead.ts';
import type { Talk } from './talk.ts';

const ASKS = /\?$/;
const ASKS_FOLDED = /\b(?:khong|ko|k|hong|chua|sao|the nao|lam gi|a|nhi)$/;

/**
 * Whether somebody tells of a loss or of an offender with what an officer needs, without asking for anything: then the report
 * begins, instead of articles about such matters.
 */
export function tellsWholeStory({ input, turn }: Talk): boolean {
  if (!isLongStory(input.folded) || ASKS.test(input.text.trimEnd()) || ASKS_FOLDED.test(input.folded))
    return false;
  const { mainMoney, accounts, phones, links, socials } = extractFacts(input.text, turn.now);
  const traces = [accounts, phones, links, socials].filter((list) => list.length > 0).length;
  const facts = traces + (mainMoney === null ? 0 : 1);
  return facts >= 2 && guessCategory(input.text) !== null;
}

/** Money went, and nobody asks for a check: the numbers in such a story are an offender's, not to be looked up first. */
export const tellsOfLoss = ({ input }: Talk): boolean =>
  readPayment(input.text) === 'made' && !/\bkiem tra\b/.test(input.folded);
