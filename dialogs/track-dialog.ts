import { z } from 'zod';
import { findCaseCode } from '../reports/case-code.ts';
import { CATEGORY_INFO } from '../reports/categories.ts';
import type { Report } from '../reports/report.ts';
import { goAction } from './buttons.ts';
import type { Command } from './commands.ts';
import { readableDate } from '../reports/moments.ts';
import type { Choice } from './prompts/choice.ts';
import { again, END, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import { meantForElsewhere } from './stray.ts';
import type { Talk } from './talk.ts';
import { prompts } from './texts/prompts.ts';
import { track } from './texts/track.ts';
import { askCode, askPin, receiveCode, receivePin } from './track/code-and-pin.ts';
import { triesCode, triesPin } from './track/code-attempt.ts';
import { saysCodeIsLost } from './track/lost-code.ts';
import { askMore, receiveMore } from './track/add.ts';
import { trackDataSchema } from './track/data.ts';
import type { TrackData } from './track/data.ts';
import { hasQuestion, reportChoices, showReport } from './track/report-view.ts';
import { askReason, confirmWithdrawal, receiveConfirmation, receiveReason } from './track/withdraw.ts';

const optionsSchema = z.object({ words: z.string().default('') });

const MAX_OWN_REPORTS = 4;
const OTHER_CODE: Choice = { id: 'other', title: track.button.other, says: ['mã khác'] };

/** Follows a report: by code and PIN, or one's own on this channel without PIN. */
export class TrackDialog extends SteppedDialog<TrackData> {
  protected readonly dataSchema = trackDataSchema;
  override readonly takesEvidence = true;

  readonly steps: Steps<TrackData> = {
    TRACK_LIST: { ask: askWhich, receive: receiveWhich },
    TRACK_CODE: { ask: askCode, receive: receiveCode, tries: orSaysItIsLost(triesCode) },
    TRACK_PIN: { ask: askPin, receive: receivePin, tries: orSaysItIsLost(triesPin) },
    TRACK_REPORT: { ask: askWhatNext, receive: receiveWhatNext },
    TRACK_ADD: { ask: askMore, receive: receiveMore, stays: true },
    TRACK_WITHDRAW_REASON: { ask: askReason, receive: receiveReason, stays: true },
    TRACK_WITHDRAW: { ask: confirmWithdrawal, receive: receiveConfirmation },
  };

  protected override async open(
    talk: Talk,
    options: unknown,
  ): Promise<{ data: TrackData; outcome: Outcome }> {
    const { words } = optionsSchema.parse(options);
    const own = await talk.services.reports.ofReporter(talk.turn.residentKey, MAX_OWN_REPORTS);
    const code = findCaseCode(words);
    const mine = code === null && own.length === 1 ? own[0] : own.find((report) => report.code === code);
    if (mine !== undefined)
      return {
        data: { code: mine.code, reportId: mine.id, shown: false, reason: '', helped: false },
        outcome: to('TRACK_REPORT'),
      };
    const data: TrackData = { code, reportId: null, shown: false, reason: '', helped: false };
    if (code !== null) return { data, outcome: to('TRACK_PIN') };
    return { data, outcome: to(own.length > 0 ? 'TRACK_LIST' : 'TRACK_CODE') };
  }

  protected override onCommand(
    _talk: Talk,
    data: TrackData,
    state: string,
    command: Command,
  ): Promise<Outcome | null> {
    if (command !== 'back') return Promise.resolve(null);
    const before: Readonly<Record<string, string>> = {
      TRACK_PIN: 'TRACK_CODE',
      TRACK_ADD: 'TRACK_REPORT',
      TRACK_WITHDRAW_REASON: 'TRACK_REPORT',
      TRACK_WITHDRAW: 'TRACK_WITHDRAW_REASON',
    };
    const state_ = before[state];
    if (state_ === 'TRACK_REPORT') data.shown = true;
    return Promise.resolve(state_ === undefined ? null : to(state_));
  }
}

/** "Mất mã rồi" speaks of what was asked for, and of no code that was given away. */
function orSaysItIsLost(tries: (text: string) => boolean): (talk: Talk) => boolean {
  return ({ input }) => tries(input.text) || saysCodeIsLost(input.text);
}

const ownChoices = (own: readonly Report[]): Choice[] => own.map(({ id, code }) => ({ id, title: code }));

const ownReports = (talk: Talk): Promise<Report[]> =>
  talk.services.reports.ofReporter(talk.turn.residentKey, MAX_OWN_REPORTS);

async function askWhich(talk: Talk): Promise<void> {
  const own = await ownReports(talk);
  const lines = own.map((report, index) =>
    track.listLine(
      index + 1,
      report.code,
      readableDate(report.createdAt),
      CATEGORY_INFO[report.category].name,
    ),
  );
  await talk.offer(track.listQuestion(lines), [...ownChoices(own), OTHER_CODE]);
}

async function receiveWhich(talk: Talk, data: TrackData): Promise<Outcome> {
  const own = await ownReports(talk);
  const picked = talk.pick([...ownChoices(own), OTHER_CODE]);
  if (picked === 'other') return to('TRACK_CODE');
  const report = own.find(({ id }) => id === picked);
  if (report === undefined)
    return talk.input.kind === 'words' ? receiveCode(talk, data) : again(prompts.chooseOne);
  Object.assign(data, { code: report.code, reportId: report.id, shown: false });
  return to('TRACK_REPORT');
}

async function askWhatNext(talk: Talk, data: TrackData): Promise<void> {
  const report = data.reportId === null ? null : await talk.services.reports.byId(data.reportId);
  if (report === null) return talk.say(track.gone);
  if (!data.shown) await showReport(talk, report);
  data.shown = true;
  await talk.offer(track.whatNext, reportChoices(report), [
    { title: track.button.menu, action: goAction({ to: 'menu' }) },
  ]);
}

async function receiveWhatNext(talk: Talk, data: TrackData): Promise<Outcome> {
  const report = data.reportId === null ? null : await talk.services.reports.byId(data.reportId);
  if (report === null) return END;
  if (talk.input.kind === 'evidence') return receiveMore(talk, data);
  switch (talk.pick(reportChoices(report))) {
    case 'add':
      return to('TRACK_ADD');
    case 'withdraw':
      return to('TRACK_WITHDRAW_REASON');
    case 'other':
      return to('TRACK_CODE');
    default:
      return elsewhere(talk, data, report);
  }
}

/** Words under an officer's question are its answer unless they clearly are a question of their own. */
async function elsewhere(talk: Talk, data: TrackData, report: Report): Promise<Outcome> {
  if (talk.input.kind !== 'words') return again(prompts.chooseOne);
  if (findCaseCode(talk.input.text) !== null) return receiveCode(talk, data);
  return hasQuestion(report) && !(await meantForElsewhere(talk)) ? receiveMore(talk, data) : STRAY;
}
