import { withdrawReport } from '../../reports/withdraw-report.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { again, END, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { track } from '../texts/track.ts';
import type { TrackData } from './data.ts';

const REASONS: readonly Choice[] = [
  { id: 'solved', title: track.button.solved },
  { id: 'mistake', title: track.button.mistake },
  { id: 'none', title: track.button.noReason },
];
const YES: Choice = { id: 'yes', title: track.button.yesWithdraw };
const NO: Choice = { id: 'no', title: track.button.noWithdraw };

export const askReason = (talk: Talk): Promise<void> => talk.askFreely(track.withdrawReason, REASONS);

export function receiveReason(talk: Talk, data: TrackData): Outcome {
  const picked = REASONS.find(({ id }) => id === talk.pick(REASONS));
  const reason = picked?.title ?? (talk.input.kind === 'words' ? talk.input.text : '');
  if (reason === '') return again(prompts.needsWords);
  data.reason = reason;
  return to('TRACK_WITHDRAW');
}

export const confirmWithdrawal = (talk: Talk): Promise<void> => talk.offer(track.withdrawQuestion, [YES, NO]);

export async function receiveConfirmation(talk: Talk, data: TrackData): Promise<Outcome> {
  const picked = talk.pick([YES, NO]);
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  if (picked === 'no' || said === 'no') {
    await talk.say(track.notWithdrawn);
    return to('TRACK_REPORT');
  }
  if (picked !== 'yes' && said !== 'yes') return again(prompts.yesOrNo);
  const report = data.reportId === null ? null : await talk.services.reports.byId(data.reportId);
  if (report === null) return END;
  const change = withdrawReport(report, { reason: data.reason, now: talk.turn.now });
  if (change.ok) talk.turn.work.reports.save(change.report);
  await talk.say(change.ok ? track.withdrawn(report.code) : track.cannotWithdraw);
  return END;
}
