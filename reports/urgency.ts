import { CATEGORY_INFO } from './categories.ts';
import { moreUrgent } from './change-urgency.ts';
import type { Facts } from './extract-facts.ts';
import { fold, readable } from './parsing/fold.ts';
import type { Category, Urgency } from './report.ts';
import { DANGER_TO_LIFE, LOSING_NOW, LOST_MONEY, VIOLENCE } from './urgency-signs.ts';

const FRESH_LOSS_MS = 6 * 3_600_000;
const RECENT_LOSS_MS = 72 * 3_600_000;

/** What an urgency is proposed from. */
export interface UrgencySigns {
  readonly category: Category;
  /** Everything the resident wrote. */
  readonly texts: readonly string[];
  readonly facts: Pick<Facts, 'mainMoney' | 'when'>;
  readonly now: Date;
}

/**
 * Proposes how urgent a report is (`domain-vi.md` 7.3): P0 danger to life; P1 money going now, a "kidnapping", a child; P2 money
 * lost within 72 hours; P3 a warning. Never below what the category stands for, except money lost long ago. An officer decides.
 */
export function proposeUrgency({ category, texts, facts, now }: UrgencySigns): Urgency {
  const says = (signs: readonly RegExp[]) => saysAny(texts, signs);
  if (says(DANGER_TO_LIFE)) return 'P0';
  if (says(LOSING_NOW)) return 'P1';
  const byCategory = CATEGORY_INFO[category].defaultUrgency;
  const hasLost = says(LOST_MONEY) || (category === 'C01' && facts.mainMoney !== null);
  return hasLost ? moreUrgentUnlessOld(byCategory, facts, now) : byCategory;
}

/** Whether somebody is being threatened or beaten, by what these words say. */
export const speaksOfViolence = (words: string): boolean => saysAny([words], VIOLENCE);

function saysAny(texts: readonly string[], signs: readonly RegExp[]): boolean {
  const text = ` ${fold(readable(texts.join(' \n '))).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return signs.some((sign) => sign.test(text));
}

function moreUrgentUnlessOld(byCategory: Urgency, { when }: UrgencySigns['facts'], now: Date): Urgency {
  if (when === null) return moreUrgent(byCategory, 'P2');
  const ageMs = now.getTime() - when.at.getTime();
  const isClockTime = when.precision === 'minute' || when.precision === 'hour';
  if (isClockTime && ageMs <= FRESH_LOSS_MS) return 'P1';
  if (ageMs <= RECENT_LOSS_MS) return moreUrgent(byCategory, 'P2');
  return byCategory === 'P2' ? 'P3' : byCategory;
}
