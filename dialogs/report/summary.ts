import type { Choice } from '../prompts/choice.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { again, STRAY, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { addToStory } from './evidence-question.ts';
import { offerPicture, openQuestion } from './go-on.ts';
import { chooseCategory } from './correct-understood.ts';
import { CATEGORY_LINE, linesOf, shortened } from './lines.ts';
import type { Line } from './lines.ts';
import { openDraft } from './open-draft.ts';
import { findDuplicate, sendReport } from './send.ts';
import { takeEvidence } from './take-evidence.ts';

const SEND: Choice = {
  id: 'send',
  title: report.button.send,
  says: ['gửi', 'gửi đi', 'gửi luôn', 'đồng ý gửi', 'xác nhận', 'ok gửi'],
};
const CORRECT: Choice = { id: 'correct', title: report.button.correct };
const LATER: Choice = { id: 'later', title: report.button.later };
const CANCEL: Choice = { id: 'cancel', title: report.button.cancel };
const CHOICES = [SEND, CORRECT, LATER, CANCEL];

export async function askSummary(talk: Talk): Promise<void> {
  const lines = linesOf(openDraft(talk)).map(({ label, text }, index) =>
    report.summaryLine(index + 1, label, shortened(text)),
  );
  await talk.offer(report.summary(lines), CHOICES);
}

const CORRECT_LINE =
  /^(?:toi muon )?(?:sua|chinh|doi)(?: lai)?(?: dong| muc| so| cau| phan)?(?: so)? (\d{1,2})$/;
const CORRECT_LABEL = /^(?:toi muon )?(?:sua|chinh|doi)(?: lai)? (.{4,})$/;

/** "sửa 3" and "sửa số tiền" name the line at once. */
function lineToCorrect(folded: string, lines: readonly Line[]): Line | null {
  const position = CORRECT_LINE.exec(folded)?.[1];
  if (position !== undefined) return lines[Number(position) - 1] ?? null;
  const label = CORRECT_LABEL.exec(folded)?.[1];
  if (label === undefined) return null;
  return lines.find((line) => foldedWords(line.label).startsWith(label)) ?? null;
}

export async function receiveSummary(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('SUMMARY');
  const line = lineToCorrect(talk.input.folded, linesOf(draft));
  if (line !== null) {
    if (line.id === CATEGORY_LINE) return chooseCategory(data);
    data.correcting = line.id;
    return to('CORRECTION');
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
