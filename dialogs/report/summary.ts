import type { Choice } from '../prompts/choice.ts';
import { again, STRAY, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { FEWEST_WORDS_KEPT } from './story-instead.ts';
import { addToStory } from './story.ts';
import { goOn, offerPicture, openQuestion } from './go-on.ts';
import { correctLine } from './correct-understood.ts';
import { linesOf, lineToCorrect, shortened } from './lines.ts';
import { takeNumberToCall } from './number-to-call.ts';
import { askAfterAnother } from './another-matter.ts';
import { openDraft } from './open-draft.ts';
import { putRight } from './put-right.ts';
import { fillable } from './second-thoughts.ts';
import { findDuplicate, sendReport } from './send.ts';
import { takeEvidence } from './take-evidence.ts';
import { askWhose } from './whose-number.ts';

const SEND: Choice = {
  id: 'send',
  title: report.button.send,
  says: ['gửi', 'gửi đi', 'gửi luôn', 'đồng ý gửi', 'xác nhận', 'ok gửi'],
};
const CORRECT: Choice = { id: 'correct', title: report.button.correct };
const LATER: Choice = { id: 'later', title: report.button.later };
const CANCEL: Choice = { id: 'cancel', title: report.button.cancel };
const CHOICES = [SEND, CORRECT, LATER, CANCEL];

/** "Gọi cho tôi số ...": the number is the resident's own and no trace. */
const ASKS_FOR_CALL = /\b(?:goi|alo|lien he)\b(?: \S+){0,3} (?:toi|em|minh|con|chau|tui)\b/;

export async function askSummary(talk: Talk): Promise<void> {
  const lines = linesOf(openDraft(talk)).map(({ label, text }, index) =>
    report.summaryLine(index + 1, label, shortened(text)),
  );
  await talk.offer(report.summary(lines), CHOICES);
}

export async function receiveSummary(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('SUMMARY');
  const another = await askAfterAnother(talk, draft, 'SUMMARY');
  if (another !== null) return another;
  const line = lineToCorrect(talk.input.folded, linesOf(draft));
  if (line !== null) return correctLine(data, line.id);
  if (ASKS_FOR_CALL.test(talk.input.folded) && takeNumberToCall(talk, draft, { id: 'reach' })) {
    await talk.say(report.corrected);
    return goOn(talk, data);
  }
  const rightened = await putRight(talk, data, { questions: fillable(draft), mayBeBare: true });
  if (rightened !== null) return rightened;
  const asked = await askWhose(talk, data);
  if (asked !== null) return asked;
  const picked = talk.pick(CHOICES);
  if (picked === 'send' || saysYes(talk)) return send(talk, data);
  if (talk.input.kind !== 'words') return again(report.notChoice);
  if (await asksSomething(talk)) return STRAY;
  const words = talk.input.folded.split(' ').length;
  const otherwise = words < 6 ? await strayOr(talk, again(report.notChoice)) : null;
  if (otherwise !== null && (otherwise.kind === 'stray' || words < FEWEST_WORDS_KEPT)) return otherwise;
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
