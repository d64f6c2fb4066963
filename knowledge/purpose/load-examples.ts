import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { examplesSchema } from './examples.ts';
import type { Examples } from './examples.ts';

const readList = (file: string) => examplesSchema.parse(parse(readFileSync(file, 'utf8')));

const readFolder = (folder: string): Examples['calm'] =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [path.basename(file, '.yaml'), readList(path.join(folder, file))]),
  );

/**
 * The messages to learn from, of the folder that holds `purpose/`: each file is named after what its messages are for.
 * @throws ZodError for a file of another form
 */
export const loadExamples = (dir: string): Examples => {
  const folder = path.join(dir, 'purpose', 'examples');
  return {
    urgent: readFolder(path.join(folder, 'urgent')),
    calm: readFolder(path.join(folder, 'calm')),
    notUrgent: readList(path.join(folder, 'not-urgent.yaml')),
  };
};
