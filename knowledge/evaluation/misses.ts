import type { EvaluatedFile } from './evaluated-file.ts';
import type { Grade } from './grade.ts';

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

export const missList = ({ grades, keptApart }: EvaluatedFile): string => {
  if (keptApart) return 'Not listed: these questions are kept apart from tuning.';
  const misses = missLines(grades);
  return misses.length === 0 ? 'None.' : misses.join('\n');
};

/** The same for the terminal. */
export const missText = (file: EvaluatedFile): string => `${file.name}: misses\n${missList(file)}`;
