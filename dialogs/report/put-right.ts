import { CATEGORY_INFO } from '../../reports/categories.ts';
import { readCorrection } from '../../reports/parsing/correction.ts';
import { REACH } from '../../reports/questionnaires/contact.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import { recogniseMoney } from '../prompts/money.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import { correctLine } from './correct-understood.ts';
import type { ReportData } from './data.ts';
import { takeBackTraces } from './facts-of.ts';
import { goOn } from './go-on.ts';
import { guessCategory } from './guess-category.ts';
import { shortened } from './lines.ts';
import { openDraft } from './open-draft.ts';
import { readSecondThought } from './second-thoughts.ts';
import type { Change, Scope, SecondThought } from './second-thoughts.ts';
import { addToStory, asTold, keepTold, takeOutOfStory, toldNow } from './story.ts';
import { valuesIn } from './values-in.ts';

/**
 * Puts right what was said before, in words of the resident's own: the lines that are meant are changed and shown, or asked
 * which. Null where the words put nothing right.
 */
export async function putRight(talk: Talk, data: ReportData, scope: Scope): Promise<Outcome | null> {
  if (talk.input.kind !== 'words') return null;
  const draft = openDraft(talk);
  if (await changeCategory(talk, draft)) return goOn(talk, data);
  const thought = readSecondThought(draft, talk.input.text, talk.turn.now, scope);
  if (thought === null) return null;
  if (thought.kind === 'ask') return askWhich(talk, draft, data, thought);
  for (const change of thought.changes) await makeChange(talk, draft, change);
  if (thought.saysMore) await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
  data.correcting = null;
  return goOn(talk, data);
}

/** "Không phải lừa đảo mà là mất tài khoản": the kind of matter; how it was said stays in the story. */
async function changeCategory(talk: Talk, draft: Draft): Promise<boolean> {
  const { right: [right] = [], wrong = null } = readCorrection(talk.input.text) ?? {};
  if (wrong === null || right === undefined || draft.category === null) return false;
  const category = guessCategory(right);
  if (category === null || category === draft.category || guessCategory(wrong) !== draft.category)
    return false;
  const before = CATEGORY_INFO[draft.category].name;
  draft.category = category;
  addToStory(draft, talk);
  await talk.say(report.changed(report.label.category, CATEGORY_INFO[category].name, before));
  return true;
}

async function askWhich(
  talk: Talk,
  draft: Draft,
  data: ReportData,
  { questions, holdsValue }: Extract<SecondThought, { kind: 'ask' }>,
): Promise<Outcome | null> {
  if (!holdsValue && (await asksSomething(talk))) return null;
  const [only, ...others] = questions;
  if (only !== undefined && others.length === 0) {
    const amount = only.kind === 'money' ? recogniseMoney(talk.input.text) : null;
    if (amount?.kind === 'which') await talk.say(report.whichAmount(amount.amounts));
    return correctLine(data, only.id);
  }
  // until it is known what they mean the words are kept where nothing is lost
  if (holdsValue) addToStory(draft, talk);
  data.among = { ids: questions.map(({ id }) => id), words: holdsValue ? talk.input.text : '' };
  return to('PICK_LINE');
}

/** The line is known now, and what was said before may be its value: true when it was taken. */
export async function takeUndecided(talk: Talk, data: ReportData, question: Question): Promise<boolean> {
  const draft = openDraft(talk);
  const words = data.among?.words ?? '';
  data.among = null;
  const [value, ...others] = valuesIn(question, words, talk.turn.now, draft.answers[question.id] ?? null);
  if (value === undefined || others.length > 0) return false;
  takeOutOfStory(draft, words);
  await makeChange(talk, draft, { question, to: value });
  return true;
}

async function makeChange(talk: Talk, draft: Draft, { question, to: next }: Change): Promise<void> {
  const before = draft.answers[question.id]?.text ?? null;
  takeBackTraces(draft, question.id, next.text, talk.turn.now);
  draft.answers[question.id] = { value: next.value, text: next.text };
  draft.skipped = draft.skipped.filter((id) => id !== question.id);
  if (question.personal !== true) keepTold(draft.told, toldNow(talk, asTold(question, next.text)));
  await talk.say(
    before === null
      ? report.filledIn(question.label, shortened(next.text))
      : report.changed(question.label, shortened(next.text), shortened(before)),
  );
  if (question.id === 'reach' && next.value === REACH.anonymous) await talk.say(report.anonymousLimits);
}
