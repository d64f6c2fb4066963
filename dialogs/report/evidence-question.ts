import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { unparkEvidence } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { STRAY, WAIT } from '../stepped-dialog.ts';
import type { Outcome } from '../stepped-dialog.ts';
import { asksSomething } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { evidenceTexts } from '../texts/evidence.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { putQuestion } from './put-question.ts';

const DONE: Choice = {
  id: 'done',
  title: 'Đã gửi đủ',
  says: ['đủ rồi', 'xong', 'xong rồi', 'hết rồi', 'gửi xong', 'đã gửi hết', 'gửi hết rồi', 'vậy thôi', 'có vậy thôi'],
};

/** At the question for evidence: files, several at once and in any order, until "Đã gửi đủ"; words are more of the story. */
export async function receiveFiles(talk: Talk, data: ReportData, question: Question): Promise<Outcome> {
  const draft = openDraft(talk);
  const refuses = talk.input.kind === 'words' && recogniseYesNo(talk.input.text) === 'no';
  if (talk.pick([DONE]) !== null || refuses) {
    if (draft.evidence.length === 0) draft.skipped.push(question.id);
    else draft.answers[question.id] = { value: 'done', text: evidenceTexts.counted(draft.evidence.map(unparkEvidence)) };
    return goOn(talk, data);
  }
  if (talk.input.kind === 'words') {
    if (await asksSomething(talk)) return STRAY;
    addToStory(draft, talk);
    await talk.say(report.storyAdded);
  }
  await putQuestion(talk, question, evidenceTexts.sendMore);
  return WAIT;
}

/** Words that came beside the questions belong to what happened. */
export function addToStory(draft: Draft, talk: Talk): void {
  const what = draft.answers['what']?.text;
  const text = what === undefined ? talk.input.text : `${what}\n${talk.input.text}`;
  draft.answers['what'] = { value: text, text };
  draft.told.push({ at: talk.turn.now.toISOString(), text: talk.input.text });
}
