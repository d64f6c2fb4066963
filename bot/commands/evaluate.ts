import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decideNow } from '../../knowledge/answer-chain.ts';
import { grade } from '../../knowledge/evaluation/grade.ts';
import type { Grade } from '../../knowledge/evaluation/grade.ts';
import { createRandom, withoutDiacritics, withTypos } from '../../knowledge/evaluation/noise.ts';
import { parseQuestions } from '../../knowledge/evaluation/question.ts';
import type { Question } from '../../knowledge/evaluation/question.ts';
import { WITHOUT_DIACRITICS } from '../../knowledge/evaluation/evaluated-file.ts';
import type { EvaluatedFile } from '../../knowledge/evaluation/evaluated-file.ts';
import { missText } from '../../knowledge/evaluation/misses.ts';
import { evaluationLines, evaluationReport } from '../../knowledge/evaluation/report.ts';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { loadContent } from '../../knowledge/load-content.ts';
import { contentFolder } from '../content-folder.ts';
import { inWords, runCommand } from './run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The misses of these are not listed, so that nobody mends them one by one. */
const KEPT_APART: readonly string[] = [
  'twin-c',
  'twin-d',
  'twin-e',
  'twin-f',
  'twin-g',
  'twin-h',
  'twin-i',
  'twin-j',
  'twin-k',
  'twin-l',
  'twin-m',
  'twin-n',
  'twin-o',
  'twin-p',
  'twin-q',
  'twin-r',
  'twin-s',
  'twin-t',
  'twin-u',
];
const QUESTION_FILES = [
  'dev',
  'practice',
  'fresh',
  'blind',
  'unseen',
  'heldout',
  'final',
  'hard-seen',
  'hard',
  'twin-a',
  'twin-b',
  ...KEPT_APART,
].map((name) => `test/knowledge/questions/${name}.jsonl`);
const REPORT_FILE = path.join(root, 'docs', 'evaluation.md');
const TYPO_SHARE = 0.2;
const TYPO_START = 20_261_122;

const evaluateFile = async (kb: KnowledgeBase, file: string): Promise<EvaluatedFile> => {
  const questions = parseQuestions(file, await readFile(file, 'utf8'));
  const random = createRandom(TYPO_START);
  const typed = (change: (text: string) => string): Grade[] =>
    questions.map((question: Question) => grade(question, decideNow(kb, change(question.q))));
  const name = path.basename(file, '.jsonl');
  return {
    name,
    keptApart: KEPT_APART.includes(name),
    grades: typed((text) => text),
    worse: new Map([
      [WITHOUT_DIACRITICS, typed(withoutDiacritics)],
      ['typos in 20 % of the words', typed((text) => withTypos(text, TYPO_SHARE, random))],
    ]),
  };
};

/**
 * `npm run evaluate [-- file.jsonl …]`: measures the answers on labelled questions. Without a file it measures all of the
 * project's and writes docs/evaluation.md.
 */
const main = async (given: readonly string[]): Promise<void> => {
  const kb = buildKnowledgeBaseNow(loadContent(contentFolder));
  const names = given.length > 0 ? given : QUESTION_FILES.map((file) => path.join(root, file));
  const files: EvaluatedFile[] = [];
  for (const name of names) files.push(await evaluateFile(kb, name));
  console.log(evaluationLines(files));
  for (const file of files) console.log(`\n${missText(file)}`);
  if (given.length > 0) return;
  await mkdir(path.dirname(REPORT_FILE), { recursive: true });
  await writeFile(REPORT_FILE, evaluationReport(files, kb.version), 'utf8');
};

runCommand(main, inWords('The evaluation failed'));
