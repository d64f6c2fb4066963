import { withoutDiacritics } from './noise.ts';
import { WITHOUT_DIACRITICS } from './evaluated-file.ts';
import type { EvaluatedFile } from './evaluated-file.ts';
import { percent, share } from './figures.ts';
import type { Grade } from './grade.ts';
import { markdownTable } from './markdown-table.ts';
import { summarise } from './summary.ts';
import type { Summary } from './summary.ts';

/** The questions of one file that were typed with diacritics, graded so and without them. */
type DiacriticsLost = { name: string; typed: Summary; lost: Summary };

/** `grades` and `without` grade the same questions in the same order, the latter typed without diacritics. */
const diacriticsLost = (
  name: string,
  grades: readonly Grade[],
  without: readonly Grade[],
): DiacriticsLost => {
  const had = grades.map(({ question: { q } }) => withoutDiacritics(q) !== q.toLowerCase().normalize('NFC'));
  return {
    name,
    typed: summarise(grades.filter((_, at) => had[at])),
    lost: summarise(without.filter((_, at) => had[at])),
  };
};

/** First places lost with the diacritics, in points, file by file and over all of them. */
export const diacriticsTable = (files: readonly EvaluatedFile[]): string => {
  const parts = files.map(({ name, grades, worse }) => ({
    name,
    grades,
    without: worse.get(WITHOUT_DIACRITICS) ?? [],
  }));
  const all = {
    name: 'all',
    grades: parts.flatMap(({ grades }) => grades),
    without: parts.flatMap(({ without }) => without),
  };
  return markdownTable(
    [
      'file',
      'questions with diacritics',
      'first',
      'first without them',
      'points lost (≤ 1)',
      'urgent',
      'urgent without',
    ],
    [...parts, all].map(({ name, grades, without }) => {
      const { typed, lost } = diacriticsLost(name, grades, without);
      return [
        name,
        String(typed.questions),
        share(typed.topOne),
        share(lost.topOne),
        percent(typed.topOne.share - lost.topOne.share),
        share(typed.urgent),
        share(lost.urgent),
      ];
    }),
  );
};
