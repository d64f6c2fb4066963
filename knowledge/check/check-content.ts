import type { Content } from '../content.ts';
import { indexEntries } from '../index/entry-index.ts';
import { runAtOnce } from '../index/slices.ts';
import { entriesOf, languageOf } from '../knowledge-base.ts';
import { checkAlike } from './check-alike.ts';
import { checkArticles } from './check-articles.ts';
import { checkBoundaries } from './check-boundaries.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Everything in the content that has to be put right before it is used. `faults` are those of reading the files, `today`
 * is YYYY-MM-DD; an empty list means that all is well.
 */
export const checkContent = (content: Content, faults: readonly string[], today: string): Finding[] => {
  const language = languageOf(content);
  const entries = entriesOf(content);
  return [
    ...faults.map((fault) => finding('files', fault)),
    ...checkArticles(content, language, today),
    ...checkBoundaries(content),
    ...checkAlike(entries, runAtOnce(indexEntries(entries, language))),
  ];
};
