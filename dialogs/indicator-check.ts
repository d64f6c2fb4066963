import type { IndicatorFinding } from '../reports/indicators/check-indicator.ts';
import type { Indicator } from '../reports/report.ts';

export interface IndicatorCheck {
  check(indicator: Indicator): Promise<IndicatorFinding>;
}

/** Where no source exists yet: says of everything that nothing is known. */
export const nothingKnown: IndicatorCheck = { check: () => Promise.resolve({ kind: 'nothing' }) };
