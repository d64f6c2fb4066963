import { CATEGORY_INFO } from '../../reports/categories.ts';
import { unparkEvidence } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Choice } from '../prompts/choice.ts';
import { again, STRAY, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { evidenceTexts } from '../texts/evidence.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { addToStory } from './evidence-question.ts';
import { offerPicture, openQuestion } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { answeredQuestions } from './questions-of.ts';
import { findDuplicate, sendReport } from './send.ts';
import { takeEvidence } from './take-evidence.ts';

/** Longest text shown on one line of the summary; the whole is kept. */
const SHOWN_CHARS = 300;

const SEND: Choice = {
  id: 'send',
  title: report.button.send,
  says: ['gửi', 'gửi đi', 'gửi luôn', 'đồng ý gửi', 'xác nhận', 'ok gửi'],
};
const CORRECT: Choice = { id: 'correct', title: report.button.correct };
const LATER: Choice = { id: 'later', title: report.button.later };
const CANCEL: Choice = { id: 'cancel', title: report.button.cancel };
const CHOICES = [SEND, CORRECT, LATER, CANCEL];

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
    { id: 'category', label: report.label.category, text: CATEGORY_INFO[category].name },
    ...answered,
    {
      id: 'evidence',
      label: report.label.evidence,
      text: evidence.length === 0 ? report.label.none : evidenceTexts.counted(evidence),
    },
  ];
}

export const shortened = (text: string): string =>
  text.length <= SHOWN_CHARS ? text : report.shortened(text.slice(0, SHOWN_CHARS), text.length);

export async function askSummary(talk: Talk): Promise<void> {
  const lines = linesOf(openDraft(talk)).map(({ label, text }, index) =>
    report.summaryLine(index + 1, label, shortened(text)),
  );
  await talk.offer(report.summary(lines), CHOICES);
}

const CORRECT_LINE =
  /^(?:toi muon )?(?:sua|chinh|doi)(?: lai)?(?: dong| muc| so| cau| phan)?(?: so)? (\d{1,2})$/;

/** "sửa 3" names the line at once. */
function lineToCorrect(folded: string, lines: readonly Line[]): Line | null {
  const position = CORRECT_LINE.exec(folded)?.[1];
  return position === undefined ? null : (lines[Number(position) - 1] ?? null);
}

export async function receiveSummary(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('SUMMARY');
  const line = lineToCorrect(talk.input.folded, linesOf(draft));
  if (line !== null) {
    data.correcting = line.id;
    return to(line.id === 'category' ? 'CATEGORY' : 'CORRECTION');
  }
  const picked = talk.pick(CHOICES);
  if (picked === 'send' || saysYes(talk)) return send(talk, data);
  if (talk.input.kind !== 'words') return again(report.notChoice);
  if (await asksSomething(talk)) return STRAY;
  if (talk.input.folded.split(' ').length < 6) return strayOr(talk, again(report.notChoice));
  await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
  return to('SUMMARY');
}

const saysYes = (talk: Talk): boolean =>
  /^(?:dung|dung roi|ok|oke|duoc|duoc roi|chuan|dong y|co)$/.test(talk.input.folded);

async function send(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  data.inHaste = true;
  if (!openQuestion(draft, true).done) return to('QUESTION');
  // read while the summary was looked at: the last moment to ask, and asked once
  const picture = offerPicture(talk, data);
  if (picture !== null) return picture;
  const duplicate = await findDuplicate(talk, draft);
  if (duplicate !== null) {
    data.duplicateOf = duplicate.id;
    return to('DUPLICATE');
  }
  return sendReport(talk, draft);
}
