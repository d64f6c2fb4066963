import type { Grade } from './grade.ts';
import { markdownTable } from './markdown-table.ts';
import { summarise, summariseByStyle } from './summary.ts';
import type { Share, Summary } from './summary.ts';

/** One question file with everything that was measured on it. */
export type EvaluatedFile = {
  name: string;
  grades: readonly Grade[];
  /** The same questions typed worse, by the name of what was done to them. */
  worse: ReadonlyMap<string, readonly Grade[]>;
};

const percent = (value: number): string => (value * 100).toFixed(1);

const share = (value: Share): string => (value.of === 0 ? '–' : percent(value.share));

const withInterval = (value: Share): string =>
  value.of === 0
    ? '–'
    : `${percent(value.share)} (${percent(value.low)}–${percent(value.high)}), ${value.right}/${value.of}`;

const MEASURES: readonly (readonly [string, string, (summary: Summary) => string])[] = [
  ['Right article first', '≥ 92', (summary) => withInterval(summary.topOne)],
  ['Right article among three', '≥ 98', (summary) => withInterval(summary.inTopThree)],
  ['Mean reciprocal rank', '', (summary) => summary.meanReciprocalRank.toFixed(3)],
  ['Asserted and right', '≥ 98', (summary) => withInterval(summary.precision)],
  ['Answered outright', '', (summary) => withInterval(summary.coverage)],
  ['Right route', '≥ 95', (summary) => withInterval(summary.routes)],
  ['Urgent card shown when due', '≥ 99', (summary) => withInterval(summary.urgent)],
  ['Asserted though out of scope', '≤ 3', (summary) => withInterval(summary.falseOutOfScope)],
  ['Asserted to an attack', '0', (summary) => withInterval(summary.falseAttacks)],
];

const overview = (summary: Summary): string =>
  markdownTable(
    ['measure', 'target', '% (95 % interval), count'],
    MEASURES.map(([name, target, show]) => [name, target, show(summary)]),
  );

const styleTable = (grades: readonly Grade[]): string =>
  markdownTable(
    [
      'style',
      'questions',
      'first',
      '95 % interval',
      'in three',
      'MRR',
      'precision',
      'coverage',
      'routes',
      'urgent',
    ],
    [...summariseByStyle(grades)].map(([style, summary]) => [
      style,
      String(summary.questions),
      share(summary.topOne),
      summary.topOne.of === 0 ? '–' : `${percent(summary.topOne.low)}–${percent(summary.topOne.high)}`,
      share(summary.inTopThree),
      summary.meanReciprocalRank.toFixed(3),
      share(summary.precision),
      share(summary.coverage),
      share(summary.routes),
      share(summary.urgent),
    ]),
  );

const worseTable = (file: EvaluatedFile): string =>
  markdownTable(
    ['as typed', 'first', 'in three', 'precision', 'routes', 'urgent'],
    [['as written', file.grades] as const, ...file.worse].map(([name, grades]) => {
      const summary = summarise(grades);
      return [
        name,
        share(summary.topOne),
        share(summary.inTopThree),
        share(summary.precision),
        share(summary.routes),
        share(summary.urgent),
      ];
    }),
  );

const faultsOf = (grade: Grade): string[] => [
  ...(grade.asserted && !grade.assertedRightly ? ['wrong assertion'] : []),
  ...(grade.urgentFound === false ? ['no urgent card'] : []),
  ...(grade.question.kind === 'article' && grade.rank !== 1 ? [`rank ${grade.rank ?? 'none'}`] : []),
  ...(grade.routedRightly ? [] : ['route']),
];

const missLine = (grade: Grade): string | null => {
  const faults = faultsOf(grade);
  if (faults.length === 0) return null;
  const { question, decision } = grade;
  const got = decision.slug ?? decision.candidates[0]?.slug ?? 'nothing';
  const wanted = question.expect.join(', ') || question.kind;
  return `- ${faults.join(', ')}: \`${question.q.replaceAll('`', "'")}\` → ${decision.route}, \`${got}\`; wanted \`${wanted}\``;
};

/** The lines for everything that went wrong; empty when nothing did. */
export const missLines = (grades: readonly Grade[]): string[] =>
  grades.map(missLine).filter((line) => line !== null);

/** The file that nobody tunes on: its misses stay unread, only its figures are shown. */
const UNREAD = 'unseen';

const missList = ({ name, grades }: EvaluatedFile): string => {
  const misses = missLines(grades);
  if (name === UNREAD)
    return `${misses.length} questions with a fault; not listed, so that nobody tunes on them.`;
  return misses.length === 0 ? 'None.' : misses.join('\n');
};

/** The misses of a file for the terminal. */
export const missText = (file: EvaluatedFile): string => `${file.name}: misses\n${missList(file)}`;

const fileSection = (file: EvaluatedFile): string => {
  return [
    `## ${file.name}`,
    overview(summarise(file.grades)),
    '### By style',
    styleTable(file.grades),
    '### The same questions typed worse',
    worseTable(file),
    '### Misses',
    missList(file),
  ].join('\n\n');
};

/** How far the questions that were looked at are from those that were not: what tuning may have gained by chance. */
const distances = (files: readonly EvaluatedFile[]): string[] => {
  const unread = files.find((file) => file.name === UNREAD);
  if (!unread) return [];
  const share = summarise(unread.grades).topOne.share;
  return files
    .filter((file) => file !== unread)
    .map((file) => {
      const points = (summarise(file.grades).topOne.share - share) * 100;
      return `First article right: \`${file.name}\` ${points >= 0 ? 'above' : 'below'} \`${UNREAD}\` by ${Math.abs(points).toFixed(1)} points.`;
    });
};

/** The whole report as Markdown. */
export const evaluationReport = (files: readonly EvaluatedFile[], kbVersion: string): string =>
  [
    '# How well questions are answered',
    `Written by \`npm run evaluate\`; knowledge base \`${kbVersion}\`. Figures are percentages, intervals are Wilson's at 95 %.`,
    'The misses of `dev`, `practice`, `fresh` and `blind` were looked at while the search was made; of `unseen` only the figures ever were.',
    ...distances(files),
    ...files.map(fileSection),
    '',
  ]
    .join('\n\n')
    .trimEnd() + '\n';

/** The same in a few lines for the terminal. */
export const evaluationLines = (files: readonly EvaluatedFile[]): string =>
  files
    .map((file) =>
      [file.name, overview(summarise(file.grades)), styleTable(file.grades), worseTable(file)].join('\n\n'),
    )
    .join('\n\n');
