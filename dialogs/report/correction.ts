import { recogniseChoice } from '../prompts/choice.ts';
import { STRAY, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import { correctLine } from './correct-understood.ts';
import type { ReportData } from './data.ts';
import { receiveFiles } from './evidence-question.ts';
import { goOn } from './go-on.ts';
import { takeNumberToCall } from './number-to-call.ts';
import { openDraft } from './open-draft.ts';
import { putRight, takeUndecided } from './put-right.ts';
import { correctable, fillable } from './second-thoughts.ts';
import { putQuestion } from './put-question.ts';
import { takeAnswer } from './question.ts';
import { questionOf } from './questions-of.ts';
import { readAnswer } from './read-answer.ts';
import { linesOf, lineToCorrect, shortened } from './lines.ts';
import { storyOr } from './story-instead.ts';
import { takeEvidence } from './take-evidence.ts';

/** Which line to correct; where only some may be meant, or facts are being confirmed, only those. */
function candidates(talk: Talk, data: ReportData) {
  const lines = linesOf(openDraft(talk));
  const among = data.among?.ids ?? [];
  if (among.length > 0) return lines.filter(({ id }) => among.includes(id));
  return data.understood.length === 0 ? lines : lines.filter(({ id }) => data.understood.includes(id));
}

export async function askLine(talk: Talk, data: ReportData): Promise<void> {
  const lines = candidates(talk, data);
  const list = lines.map(({ label, text }, index) => report.summaryLine(index + 1, label, shortened(text)));
  await talk.askFreely(`${list.join('\n')}\n\n${report.pickLine(lines.length)}`);
}

export async function receiveLine(talk: Talk, data: ReportData): Promise<Outcome> {
  const lines = candidates(talk, data);
  if (await takeEvidence(talk, openDraft(talk))) return to('PICK_LINE');
  const picked = recogniseChoice(
    talk.input.folded.replace(/^(?:sua|dong|muc|so|cau|phan| )+(?=\d)/, ''),
    lines.map(({ id, label }) => ({ id, title: label })),
  );
  const draft = openDraft(talk);
  const rightened =
    picked === null ? await putRight(talk, data, { questions: fillable(draft), mayBeBare: true }) : null;
  if (rightened !== null) return rightened;
  if (picked === null)
    return storyOr(talk, draft, report.noSuchLine(lines.length), () => to('PICK_LINE'), false);
  const question = questionOf(draft, picked);
  if (question !== null && (await takeUndecided(talk, data, question))) return goOn(talk, data);
  return correctLine(data, picked);
}

export async function askCorrection(talk: Talk, data: ReportData): Promise<void> {
  const question = questionOf(openDraft(talk), data.correcting);
  if (question === null) return;
  await putQuestion(talk, question, `${report.correcting(question.label)}\n${question.ask}`);
}

export async function receiveCorrection(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  const question = questionOf(draft, data.correcting);
  if (question === null) return goOn(talk, data);
  const onlyFiles = await takeEvidence(talk, draft);
  if (question.kind === 'evidence') return receiveFiles(talk, data, question);
  if (onlyFiles) return to('CORRECTION');
  const line = talk.input.kind === 'words' ? lineToCorrect(talk.input.folded, linesOf(draft)) : null;
  if (line !== null) return correctLine(data, line.id);
  const rightened =
    question.kind === 'text' ? null : await putRight(talk, data, { questions: correctable(draft) });
  if (rightened !== null) return rightened;
  if (takeNumberToCall(talk, draft, question)) {
    data.correcting = null;
    await talk.say(report.corrected);
    return goOn(talk, data);
  }
  const reading = await readAnswer(talk, question);
  if (reading.kind === 'stray') return STRAY;
  if (reading.kind === 'again')
    return storyOr(talk, draft, reading.why, () => to('CORRECTION'), question.personal !== true);
  await takeAnswer(talk, draft, question, reading);
  data.correcting = null;
  await talk.say(report.corrected);
  return goOn(talk, data);
}
