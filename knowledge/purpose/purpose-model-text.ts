import type { PurposeModel } from './purpose-model.ts';

/** The model as a JSON file with one feature a line, so that two fits can be compared. */
export const purposeModelText = ({ weights, ...rest }: PurposeModel): string => {
  const head = Object.entries(rest).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const lines = Object.entries(weights).map(
    ([name, values]) => `    ${JSON.stringify(name)}: ${JSON.stringify(values)}`,
  );
  return `{\n${head.join('\n')}\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`;
};
