import type { QuestionKind } from '../../reports/questionnaires/questionnaire.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseMoney } from '../prompts/money.ts';
import { recogniseWhen } from '../prompts/when.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import { addToStory } from './evidence-question.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { questionOf } from './questions-of.ts';
import { isPlainYesNo, storyOr } from './story-instead.ts';
import { linesOf, shortened } from './summary.ts';
import { takeEvidence } from './take-evidence.ts';
import { isStory } from './understood.ts';

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

export const claimsFacts = isPlainYesNo;

/** What was understood is only confirmed; a better value typed at once is taken. */
export async function receiveFacts(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('CONFIRM_FACTS');
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const picked = talk.pick([RIGHT, CORRECT]);
  const isMore = talk.input.kind === 'words' && isStory(talk.input.folded);
  if (picked === 'right' || (picked === null && said === 'yes')) {
    if (isMore) addToStory(draft, talk);
    return goOn(talk, data);
  }
  if (talk.input.kind === 'words' && takeBetterValue(talk, data)) {
    if (isMore) addToStory(draft, talk);
    return to('CONFIRM_FACTS');
  }
  if (isMore && said === 'no') addToStory(draft, talk);
  if (picked === 'correct' || said === 'no') return chooseWhat(data);
  return storyOr(talk, draft, prompts.yesOrNo, () => goOn(talk, data));
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
