/** One line of `npm run bench`: what was measured, against which baseline of the same run. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  /** value / baseline. */
  readonly ratio: number | null;
}

export type PrintBench = (name: string, value: number, unit: string, baseline?: number) => void;

const DIGITS = 4;

export function createPrint(write: (line: string) => void): PrintBench {
  const round = (value: number): number => Number(value.toPrecision(DIGITS));
  return (name, value, unit, baseline) => {
    const line: BenchLine = {
      name,
      value: round(value),
      unit,
      baseline: baseline === undefined ? null : round(baseline),
      ratio: baseline === undefined ? null : round(value / baseline),
    };
    write(JSON.stringify(line));
  };
}
