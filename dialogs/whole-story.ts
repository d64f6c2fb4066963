import { extractFacts } from '../reports/extract-facts.ts';
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
