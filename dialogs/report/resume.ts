import type { Draft } from '../draft.ts';
import { readableDate } from '../../reports/moments.ts';
import { holdFiles, leftOut, takeInto } from '../hold-files.ts';
import type { Choice } from '../prompts/choice.ts';
import { again, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData, ReportOptions } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { tellsSomething } from './understood.ts';
import { keepTold, toldNow } from './story.ts';

const RESUME: Choice = {
  id: 'resume',
  title: report.button.resume,
  says: ['viết tiếp', 'tin cũ', 'tiếp tục', 'có'],
};
const NEW: Choice = { id: 'new', title: report.button.fresh, says: ['tin mới', 'viết mới', 'mới'] };

/** Puts what led here into the draft: the story, files, and the category if it is known. */
export async function addToDraft(talk: Talk, draft: Draft, pending: ReportOptions): Promise<void> {
  const { now } = talk.turn;
  for (const told of pending.told) keepTold(draft.told, told);
  if (tellsSomething(pending.words, now)) keepTold(draft.told, toldNow(talk, pending.words));
  holdFiles(draft.evidence, pending.evidence);
  const held = new Set(draft.evidence.map(({ id }) => id));
  const tooMany = leftOut(pending.evidence.filter(({ id }) => !held.has(id)).length);
  if (tooMany !== '') await talk.say(tooMany);
  draft.category ??= pending.category;
  // the question that was left open may be answered by it
  draft.asked = draft.asked.filter((id) => draft.answers[id] !== undefined || draft.skipped.includes(id));
}

/** Files wait until it is known which report they belong to. True when nothing else came. */
export const takeAlong = (talk: Talk, { pending }: ReportData): Promise<boolean> =>
  takeInto(talk, pending.evidence);

export const askResume = (talk: Talk): Promise<void> =>
  talk.offer(report.resumeOrNew(readableDate(new Date(openDraft(talk).startedAt))), [RESUME, NEW]);

/** The older draft goes on with what is new in it, or gives way to a new one. */
export async function receiveResume(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeAlong(talk, data)) return to('RESUME_OR_NEW');
  const picked = talk.pick([RESUME, NEW]);
  if (picked === null) {
    const { text, kind } = talk.input;
    if (kind === 'words' && tellsSomething(text, talk.turn.now)) keepTold(data.pending.told, toldNow(talk));
    return strayOr(talk, again(report.notChoice));
  }
  if (picked === 'resume') {
    await addToDraft(talk, draft, data.pending);
    return goOn(talk, data);
  }
  const { category } = data.pending;
  await addToDraft(talk, talk.draft.begin({ id: talk.services.newId(), category, told: [] }), data.pending);
  return goOn(talk, data);
}
