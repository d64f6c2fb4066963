import type { PurposeModel } from './purpose-model.ts';

/** A model as it is held to judge by: all weights in one piece. A list for each feature would take ten times the room. */
export type PurposeWeights = Omit<PurposeModel, 'weights'> & {
  /** By feature, which row is its own. */
  rows: ReadonlyMap<string, number>;
  /** Where each row begins, and one more for the end. */
  starts: Int32Array;
  /** The number of a purpose for each weight. */
  purposes: Uint8Array;
  /** In tenths. */
  weights: Int16Array;
};

/** The same model, held to judge by. */
export const holdWeights = ({ weights: byFeature, ...model }: PurposeModel): PurposeWeights => {
  const lists = Object.entries(byFeature);
  const count = lists.reduce((sum, [, list]) => sum + list.length / 2, 0);
  const rows = new Map<string, number>();
  const starts = new Int32Array(lists.length + 1);
  const purposes = new Uint8Array(count);
  const weights = new Int16Array(count);
  let end = 0;
  for (const [name, list] of lists) {
    for (let at = 0; at < list.length; at += 2) {
      purposes[end] = list[at] ?? 0;
      weights[end] = list[at + 1] ?? 0;
      end += 1;
    }
    rows.set(name, rows.size);
    starts[rows.size] = end;
  }
  return { ...model, rows, starts, purposes, weights };
};
