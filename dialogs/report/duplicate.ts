import { addWords } from '../add-words.ts';
import { goAction } from '../buttons.ts';
import { unparkEvidence } from '../draft.ts';
import { readableDate } from '../../reports/moments.ts';
import type { Choice } from '../prompts/choice.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOnToAnother } from './another-matter.ts';
import { openDraft } from './open-draft.ts';
import { putRight } from './put-right.ts';
import { fillable } from './second-thoughts.ts';
import { answersOf, sendReport } from './send.ts';
import { storyOr } from './story-instead.ts';
import { takeEvidence } from './take-evidence.ts';

const ADD: Choice = { id: 'add', title: report.button.addToOld, says: ['thêm vào', 'tin cũ', 'bổ sung'] };
const NEW: Choice = { id: 'new', title: report.button.sendNew, says: ['tin mới', 'gửi mới', 'gửi'] };

const olderReport = (talk: Talk, data: ReportData) =>
  data.duplicateOf === null ? Promise.resolve(null) : talk.services.reports.byId(data.duplicateOf);

export async function askDuplicate(talk: Talk, data: ReportData): Promise<void> {
  const older = await olderReport(talk, data);
  const text =
    older === null ? report.cannotAddToOld : report.duplicate(older.code, readableDate(older.createdAt));
  await talk.offer(text, older === null ? [NEW] : [ADD, NEW]);
}

/** The same matter twice: what is new goes into the first report, unless the resident wants two. */
export async function receiveDuplicate(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('DUPLICATE');
  const picked = talk.pick([ADD, NEW]);
  if (picked === 'new') return sendReport(talk, draft);
  const rightened =
    picked === null ? await putRight(talk, data, { questions: fillable(draft), onlyPlain: true }) : null;
  if (rightened !== null) return rightened;
  if (picked !== 'add') return storyOr(talk, draft, report.notChoice, () => to('DUPLICATE'));
  const older = await olderReport(talk, data);
  const words = answersOf(draft)
    .map(({ label, text }) => `${label}: ${text}`)
    .join('\n');
  if (older === null || !addWords(talk, older, words, draft.evidence.map(unparkEvidence))) {
    await talk.say(report.cannotAddToOld);
    return sendReport(talk, draft);
  }
  talk.draft.clear();
  await talk.say(report.addedToOld(older.code), [
    { title: report.button.follow, action: goAction({ to: 'track' }) },
  ]);
  return goOnToAnother(talk, draft.others);
}
