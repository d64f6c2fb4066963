import type { QuestionKind } from '../../reports/questionnaires/questionnaire.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseMoney } from '../prompts/money.ts';
import { recogniseWhen } from '../prompts/when.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { again, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import { addToStory } from './evidence-question.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { questionOf } from './questions-of.ts';
import { linesOf, shortened } from './summary.ts';
import { takeEvidence } from './take-evidence.ts';

const RIGHT: Choice = { id: 'right', title: report.button.right, says: ['đúng', 'đúng hết'] };
const CORRECT: Choice = {
  id: 'correct',
  title: report.button.correct,
  says: ['chưa đúng', 'sai', 'sai rồi'],
};

const understoodLines = (talk: Talk, data: ReportData) =>
  linesOf(openDraft(talk)).filter(({ id }) => data.understood.includes(id));

export async function askFacts(talk: Talk, data: ReportData): Promise<void> {
  const lines = understoodLines(talk, data).map(({ label, text }) => report.line(label, shortened(text)));
  await talk.offer(report.understood(lines), [RIGHT, CORRECT]);
}

export const claimsFacts = (talk: Talk): boolean =>
  talk.input.kind === 'words' && recogniseYesNo(talk.input.text) !== null;

/** What was understood is only confirmed; a better value typed at once is taken. */
export async function receiveFacts(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('CONFIRM_FACTS');
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const picked = talk.pick([RIGHT, CORRECT]);
  if (picked === 'right' || (picked === null && said === 'yes')) return goOn(talk, data);
  if (talk.input.kind === 'words' && takeBetterValue(talk, data)) return to('CONFIRM_FACTS');
  if (picked === 'correct' || said === 'no') return chooseWhat(data);
  if (talk.input.kind === 'words' && talk.input.folded.split(' ').length >= 6) {
    addToStory(draft, talk);
    return goOn(talk, data);
  }
  return strayOr(talk, again(prompts.yesOrNo));
}

function chooseWhat(data: ReportData): Outcome {
  const [only] = data.understood;
  if (data.understood.length !== 1 || only === undefined) return to('PICK_LINE');
  data.correcting = only;
  return to('CORRECTION');
}

/** "không, 25 triệu": the value replaces the one understood for the question that it answers. */
function takeBetterValue(talk: Talk, data: ReportData): boolean {
  const draft = openDraft(talk);
  for (const id of data.understood) {
    const better = betterValue(talk, questionOf(draft, id)?.kind);
    if (better === null) continue;
    draft.answers[id] = better;
    return true;
  }
  return false;
}

function betterValue(talk: Talk, kind: QuestionKind | undefined): { value: string; text: string } | null {
  if (kind === 'when') return recogniseWhen(talk.input.text, talk.turn.now);
  if (kind !== 'money') return null;
  const money = recogniseMoney(talk.input.text);
  return money.kind === 'answer' ? { value: money.value, text: money.text } : null;
}
