import type { CalibrationTerms } from './calibration.ts';
import { SIGNAL_NAMES } from './confidence.ts';
import type { Signals } from './confidence.ts';

/** One search whose outcome is known. `weight` says how many real messages it stands for. */
export type Sample = { signals: Signals; right: boolean; weight: number };

const ROUNDS = 25;
/** Keeps terms small where the samples say little. */
const RIDGE = 2;

/** Solves `matrix · x = vector` by elimination with the largest pivot; both are changed. */
const solve = (matrix: number[][], vector: number[]): number[] => {
  const size = vector.length;
  const cell = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(cell(row, column)) > Math.abs(cell(pivot, column))) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot] ?? [], matrix[column] ?? []];
    [vector[column], vector[pivot]] = [vector[pivot] ?? 0, vector[column] ?? 0];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = cell(row, column) / cell(column, column);
      const target = matrix[row] ?? [];
      for (let at = column; at < size; at += 1) target[at] = cell(row, at) - factor * cell(column, at);
      vector[row] = (vector[row] ?? 0) - factor * (vector[column] ?? 0);
    }
  }
  return vector.map((value, at) => value / cell(at, at));
};

/** Logistic regression by Newton's method: the terms under which the samples are likeliest. */
export const fitLogistic = (samples: readonly Sample[]): CalibrationTerms => {
  const rows = samples.map(({ signals, right, weight }) => ({
    x: [1, ...SIGNAL_NAMES.map((name) => signals[name])],
    y: right ? 1 : 0,
    weight,
  }));
  const size = SIGNAL_NAMES.length + 1;
  let terms: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = terms.map((term, at) => (at === 0 ? 0 : -RIDGE * term));
    const curvature = terms.map((_, row) =>
      terms.map((__, column): number => (row === column && row > 0 ? RIDGE : 0)),
    );
    for (const { x, y, weight } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (terms[at] ?? 0), 0)));
      x.forEach((value, row) => {
        gradient[row] = (gradient[row] ?? 0) + weight * (y - p) * value;
        const line = curvature[row] ?? [];
        x.forEach((other, column) => {
          line[column] = (line[column] ?? 0) + weight * p * (1 - p) * value * other;
        });
      });
    }
    const step = solve(curvature, gradient);
    terms = terms.map((term, at) => term + (step[at] ?? 0));
  }
  const [bias = 0, ...rest] = terms;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const named = Object.fromEntries(SIGNAL_NAMES.map((name, at) => [name, round(rest[at] ?? 0)]));
  return { ...(named as Record<(typeof SIGNAL_NAMES)[number], number>), bias: round(bias) };
};
