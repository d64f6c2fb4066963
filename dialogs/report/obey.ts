import { REACH } from '../../reports/questionnaires/contact.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Command } from '../commands.ts';
import type { Draft } from '../draft.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import { discard, keepForLater } from './cancel.ts';
import { leavePicture } from './confirm-picture.ts';
import type { ReportData } from './data.ts';
import { correctUnderstood, forgetUnderstood } from './correct-understood.ts';
import { takeBackTraces } from './facts-of.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { questionOf } from './questions-of.ts';
import { leaveNumber } from './whose-number.ts';

const BEFORE_QUESTIONS = ['RESUME_OR_NEW', 'CONSENT', 'CATEGORY'];

/** What a command means while a report is written; null where it means what it means everywhere. */
export async function obeyInReport(
  talk: Talk,
  data: ReportData,
  state: string,
  command: Command,
): Promise<Outcome | null> {
  switch (command) {
    case 'cancel':
      if (state === 'CANCELLING' || state === 'CONSENT') return discard(talk);
      data.cancelledIn = state;
      return to('CANCELLING');
    case 'later':
    case 'leave':
      return keepForLater(talk);
    case 'resume':
      return to(state);
    case 'back':
      return goBack(talk, data, state);
    case 'skip':
      return skip(talk, data, state);
    case 'correct':
      return correct(data, state);
    default:
      return null;
  }
}

/** The question before this one is open again. */
async function goBack(talk: Talk, data: ReportData, state: string): Promise<Outcome> {
  const draft = openDraft(talk);
  if (state === 'PICK_LINE' || state === 'CORRECTION') return goOn(talk, data);
  if (state === 'WHOSE_NUMBER') return leaveNumber(talk, data);
  if (state === 'CANCELLING') return to(data.cancelledIn);
  const open = state === 'QUESTION' ? data.question : null;
  const before = draft.asked.filter((id) => id !== open).at(-1);
  if (BEFORE_QUESTIONS.includes(state) || before === undefined) {
    await talk.say(report.firstQuestion);
    return to(state);
  }
  draft.asked = draft.asked.filter((id) => id !== open);
  draft.skipped = draft.skipped.filter((id) => id !== before);
  takeBackTraces(draft, before, '', talk.turn.now);
  draft.answers = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => id !== before));
  forgetUnderstood(data);
  return to('QUESTION');
}

async function skip(talk: Talk, data: ReportData, state: string): Promise<Outcome> {
  const draft = openDraft(talk);
  if (state === 'CONFIRM_PICTURE') {
    if (data.picture !== null) leavePicture(data, draft, { id: data.picture });
    return goOn(talk, data);
  }
  if (state === 'WHOSE_NUMBER') return leaveNumber(talk, data);
  const question = questionOf(draft, state === 'CORRECTION' ? data.correcting : data.question);
  if (question === null || (state !== 'QUESTION' && state !== 'CORRECTION')) {
    await talk.say(prompts.cannotSkip);
    return to(state);
  }
  if (!(await leaveOpen(talk, draft, question))) return to(state);
  data.correcting = null;
  return goOn(talk, data);
}

/** Skips a question; of those that are needed, "không nhớ" and "nhắn tại đây" stand in for an answer. */
async function leaveOpen(talk: Talk, draft: Draft, question: Question): Promise<boolean> {
  if (question.required !== true) {
    takeBackTraces(draft, question.id, '', talk.turn.now);
    draft.answers = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => id !== question.id));
    draft.skipped = [...draft.skipped.filter((id) => id !== question.id), question.id];
    return true;
  }
  const stand = question.choices?.find(({ value }) => value === 'unknown' || value === REACH.chat);
  if (stand === undefined) {
    await talk.say(report.needed);
    return false;
  }
  draft.answers[question.id] = { value: stand.value, text: stand.title };
  await talk.say(stand.value === REACH.chat ? report.reachByChat : report.notedUnknown);
  return true;
}

function correct(data: ReportData, state: string): Outcome | null {
  if (BEFORE_QUESTIONS.includes(state)) return null;
  if (state !== 'QUESTION') forgetUnderstood(data);
  return correctUnderstood(data);
}
