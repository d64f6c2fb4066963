import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { examplesSchema } from './examples.ts';
import type { Examples } from './examples.ts';

/**
 * The messages to learn from, of the folder that holds `purpose/`: each file is named after what its messages are for.
 * @throws ZodError for a file of another form
 */
export const loadExamples = (dir: string): Examples => {
  const folder = path.join(dir, 'purpose', 'examples');
  const files = readdirSync(folder).sort();
  return new Map(
    files.map((file) => [
      path.basename(file, '.yaml'),
      examplesSchema.parse(parse(readFileSync(path.join(folder, file), 'utf8'))),
    ]),
  );
};
