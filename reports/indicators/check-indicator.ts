import type { IndicatorRecords } from './indicator-ports.ts';
import type { Indicator } from '../report.ts';

/** Fewer different people are not told of: one angry neighbour must not blacken a number. */
const FEWEST_REPORTERS = 3;

/** What the police know about a number, an account or a link. Nothing known is not the same as safe. */
export type IndicatorFinding =
  /** An officer verified it. */
  | { readonly kind: 'verified'; readonly at: Date }
  /** Named by at least three different people, not verified. */
  | { readonly kind: 'reported' }
  | { readonly kind: 'nothing' };

/** What may be told of a trace to whoever asks. */
export async function checkIndicator(
  records: IndicatorRecords,
  indicator: Indicator,
): Promise<IndicatorFinding> {
  const verified = await records.verified([indicator]);
  const at = verified[0]?.at ?? null;
  if (at !== null) return { kind: 'verified', at };
  const reporters = await records.countReporters(indicator, FEWEST_REPORTERS);
  return { kind: reporters >= FEWEST_REPORTERS ? 'reported' : 'nothing' };
}
