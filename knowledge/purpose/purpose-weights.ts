/** What is not weights of a model as it is kept in its file. */
type Learned = {
  fittedAt: string;
  purposes: string[];
  bias: number[];
};

/** A model as it is held to judge by: one row of weights a feature, all in one piece. A list for each would take ten times the room. */
export type PurposeWeights = Learned & {
  /** By feature, which row is its own. */
  rows: ReadonlyMap<string, number>;
  /** Row after row, a weight for each purpose. */
  weights: Int16Array;
};

/** The same model, held to judge by. */
export const holdWeights = ({
  weights: byFeature,
  ...model
}: Learned & { weights: Readonly<Record<string, readonly number[]>> }): PurposeWeights => {
  const rows = new Map<string, number>();
  const width = model.purposes.length;
  const weights = new Int16Array(Object.keys(byFeature).length * width);
  for (const [name, values] of Object.entries(byFeature)) {
    weights.set(values.slice(0, width), rows.size * width);
    rows.set(name, rows.size);
  }
  return { ...model, rows, weights };
};
