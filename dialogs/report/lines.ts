import { CATEGORY_INFO } from '../../reports/categories.ts';
import { unparkEvidence } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { evidenceTexts } from '../texts/evidence.ts';
import { report } from '../texts/report.ts';
import { answeredQuestions } from './questions-of.ts';

/** Longest text shown on one line; the whole is kept. */
const SHOWN_CHARS = 300;

/** The id of the line that tells what kind of matter it is. */
export const CATEGORY_LINE = 'category';

/** One line that the resident checks and may correct. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** What the draft says so far, line by line, in the order of the questions. */
export function linesOf(draft: Draft): Line[] {
  const category = draft.category ?? 'C99';
  const evidence = draft.evidence.map(unparkEvidence);
  const answered = answeredQuestions(draft).flatMap(({ id, label, kind }) => {
    const answer = draft.answers[id];
    return answer === undefined || kind === 'evidence' ? [] : [{ id, label, text: answer.text }];
  });
  return [
    { id: CATEGORY_LINE, label: report.label.category, text: CATEGORY_INFO[category].name },
    ...answered,
    {
      id: 'evidence',
      label: report.label.evidence,
      text: evidence.length === 0 ? report.label.none : evidenceTexts.held(evidence),
    },
  ];
}

export const shortened = (text: string): string =>
  text.length <= SHOWN_CHARS ? text : report.shortened(text.slice(0, SHOWN_CHARS), text.length);

const CORRECT_LINE =
  /^(?:toi muon )?(?:sua|chinh|doi)(?: lai)?(?: dong| muc| so| cau| phan)?(?: so)? (\d{1,2})$/;
const CORRECT_LABEL = /^(?:toi muon )?(?:sua|chinh|doi)(?: lai)? (.{4,})$/;

/** "sửa 3" and "sửa số tiền" name the line at once. */
export function lineToCorrect(folded: string, lines: readonly Line[]): Line | null {
  const position = CORRECT_LINE.exec(folded)?.[1];
  if (position !== undefined) return lines[Number(position) - 1] ?? null;
  const label = CORRECT_LABEL.exec(folded)?.[1];
  if (label === undefined) return null;
  return lines.find((line) => foldedWords(line.label).startsWith(label)) ?? null;
}
