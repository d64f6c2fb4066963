import type { Indicator } from '../report.ts';

/** A trace that an officer verified to be an offender's. */
export interface VerifiedIndicator {
  readonly indicator: Indicator;
  readonly at: Date;
  readonly staffId: string;
}

export interface IndicatorRecords {
  /** Of those given the ones that are verified. */
  verified(indicators: readonly Indicator[]): Promise<readonly VerifiedIndicator[]>;
  /** How many different people named it in reports that are neither withdrawn nor rejected; counts no further than `enough`. */
  countReporters(indicator: Indicator, enough: number): Promise<number>;
}

export interface IndicatorVerifier {
  verify(
    indicator: Indicator,
    by: { readonly staffId: string; readonly at: Date; readonly reportId: string },
  ): void;
  takeBack(indicator: Indicator): void;
}
