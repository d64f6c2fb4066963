import type { Indicator } from '../reports/report.ts';

/** What the police know about a number, an account or a link. Nothing known is not the same as safe. */
export type IndicatorFinding =
  /** An officer verified it. */
  | { readonly kind: 'verified'; readonly at: Date }
  /** Named in reports of so many different people, not verified. */
  | { readonly kind: 'reported'; readonly independentReports: number }
  | { readonly kind: 'nothing' };

export interface IndicatorCheck {
  check(indicator: Indicator): Promise<IndicatorFinding>;
}

/** Where no source exists yet: says of everything that nothing is known. */
export const nothingKnown: IndicatorCheck = { check: () => Promise.resolve({ kind: 'nothing' }) };
