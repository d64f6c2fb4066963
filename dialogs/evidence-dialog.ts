import { z } from 'zod';
import type { DialogInstance } from 'botbuilder-dialogs';
import { addWords } from './add-words.ts';
import { goAction } from './buttons.ts';
import { parkedEvidenceSchema, parkEvidence, unparkEvidence } from './draft.ts';
import type { ParkedEvidence } from './draft.ts';
import { holdFiles, tellOfFiles } from './hold-files.ts';
import { keepParked } from './keep-files.ts';
import type { Choice } from './prompts/choice.ts';
import { begin, END, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import { asksInstead } from './stray.ts';
import type { Talk } from './talk.ts';
import { evidenceTexts } from './texts/evidence.ts';
import { prompts } from './texts/prompts.ts';
import { waitingOfficer } from './thread-dialog.ts';

const dataSchema = z.object({
  evidence: z.array(parkedEvidenceSchema),
  /** The report to which they may be added. */
  reportId: z.string().nullable(),
  /** An officer asked something there: most likely the files are the answer. */
  isAwaited: z.boolean(),
});
type Data = z.infer<typeof dataSchema>;

const REPORT: Choice = {
  id: 'report',
  title: evidenceTexts.button.report,
  says: ['báo tin', 'tin mới', 'phản ánh'],
};
const ADD: Choice = {
  id: 'add',
  title: evidenceTexts.button.add,
  says: ['hồ sơ cũ', 'bổ sung', 'hồ sơ đã gửi'],
};
const DROP: Choice = { id: 'drop', title: evidenceTexts.button.drop, says: ['không', 'nhầm', 'bỏ'] };

function choices({ reportId, isAwaited }: Data): Choice[] {
  if (reportId === null) return [REPORT, DROP];
  return isAwaited ? [ADD, REPORT, DROP] : [REPORT, ADD, DROP];
}

/** Files that came out of the blue: for a new report, for the last one sent, or sent by mistake. */
export class EvidenceDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;
  override readonly takesEvidence = true;

  readonly steps: Steps<Data> = {
    EVIDENCE_FOR_WHAT: {
      ask: (talk, data) => talk.offer(question(talk, data), choices(data)),
      receive: receivePurpose,
    },
  };

  /** The photos go along where the words under them are urgent. */
  override carries(instance: DialogInstance | undefined): object {
    return { evidence: this.parkedData(instance).evidence };
  }

  protected override async open(talk: Talk): Promise<{ data: Data; outcome: Outcome }> {
    const waiting = await waitingOfficer(talk);
    const [latest] = await talk.services.reports.ofReporter(talk.turn.residentKey, 1);
    const evidence: ParkedEvidence[] = [];
    takeFiles(talk, evidence);
    const reportId = waiting?.report.id ?? latest?.id ?? null;
    return { data: { evidence, reportId, isAwaited: waiting !== null }, outcome: to('EVIDENCE_FOR_WHAT') };
  }
}

const question = ({ input }: Talk, { evidence }: Data): string =>
  [tellOfFiles(evidence, input.evidence), evidenceTexts.forWhat].join(' ').trim();

function takeFiles(talk: Talk, held: ParkedEvidence[]): void {
  holdFiles(held, talk.input.evidence.map(parkEvidence));
  talk.filesTaken = true;
}

async function receivePurpose(talk: Talk, data: Data): Promise<Outcome> {
  takeFiles(talk, data.evidence);
  if (talk.input.kind === 'evidence') return to('EVIDENCE_FOR_WHAT');
  const menu = [{ title: prompts.button.menu, action: goAction({ to: 'menu' }) }];
  switch (talk.pick(choices(data))) {
    case 'report':
      return begin('report', { evidence: data.evidence });
    case 'add':
      await talk.say(await addToLatest(talk, data), menu);
      return END;
    case 'drop':
      await talk.say(evidenceTexts.dropped, menu);
      return END;
    default:
      return intoReport(talk, data);
  }
}

async function addToLatest(talk: Talk, data: Data): Promise<string> {
  const report = data.reportId === null ? null : await talk.services.reports.byId(data.reportId);
  if (report === null) return evidenceTexts.dropped;
  const added = addWords(talk, report, '', data.evidence.map(unparkEvidence));
  return added ? evidenceTexts.added(report.code) : evidenceTexts.full;
}

/** Words after a photo mostly tell what it shows: they begin the report. */
async function intoReport(talk: Talk, data: Data): Promise<Outcome> {
  if (talk.input.kind !== 'words') return to('EVIDENCE_FOR_WHAT');
  if (await asksInstead(talk)) {
    await keepParked(talk, data.evidence);
    return STRAY;
  }
  return begin('report', { words: talk.input.text, evidence: data.evidence });
}
