import { hadNoRoom } from '../../reports/evidence-room.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { STRAY, WAIT } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { evidenceTexts } from '../texts/evidence.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { putQuestion } from './put-question.ts';
import { addToStory } from './story.ts';

/** What people type when they have no more to send; no button says it, because the first file leads on. */
const DONE: Choice = {
  id: 'done',
  title: 'đã gửi đủ',
  says: [
    'đủ rồi',
    'xong',
    'xong rồi',
    'hết rồi',
    'gửi xong',
    'đã gửi hết',
    'gửi hết rồi',
    'vậy thôi',
    'có vậy thôi',
    'gửi',
    'gửi đi',
    'gửi luôn',
    'gửi tin',
  ],
};

/** At the question for evidence: the report goes on with the first files, and more are taken at any step. Words are more of the story. */
export async function receiveFiles(talk: Talk, data: ReportData, question: Question): Promise<Outcome> {
  const draft = openDraft(talk);
  const refuses = talk.input.kind === 'words' && recogniseYesNo(talk.input.text) === 'no';
  const isDone = talk.pick([DONE]) !== null || refuses;
  if (!isDone && talk.input.kind === 'words') {
    if (await asksSomething(talk)) return STRAY;
    await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
  }
  // a file for which there is no room cannot be sent again: who is in need must not be kept at it
  const hasFiles = talk.input.evidence.some((one) => one.state === 'stored' || hadNoRoom(one));
  if (!isDone && !hasFiles) {
    await putQuestion(talk, question, evidenceTexts.sendMore);
    return WAIT;
  }
  if (!draft.evidence.some(({ state }) => state === 'stored')) draft.skipped.push(question.id);
  data.correcting = null;
  return goOn(talk, data);
}
