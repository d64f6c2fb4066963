import { z } from 'zod';
import type { Report, ThreadMessage } from '../reports/report.ts';
import { addWords } from './add-words.ts';
import { parkedEvidenceSchema, parkEvidence, unparkEvidence } from './draft.ts';
import { holdFiles, tellOfFiles } from './hold-files.ts';
import { keepParked } from './keep-files.ts';
import type { Choice } from './prompts/choice.ts';
import { recogniseYesNo } from './prompts/yes-no.ts';
import { leadOf } from './routes.ts';
import { again, begin, END, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { prompts } from './texts/prompts.ts';
import { thread } from './texts/thread.ts';

const DAY_MS = 24 * 60 * 60_000;
const STILL_WAITING_DAYS = 14;
const MAX_REPORTS = 5;
const QUOTED_CHARS = 300;
/** Two messages of the greatest length: what is more is sent after them. */
const WORDS_MAX_CHARS = 20_001;

const dataSchema = z.object({
  reportId: z.string(),
  code: z.string(),
  asked: z.string(),
  words: z.string(),
  evidence: z.array(parkedEvidenceSchema).default([]),
});
type Data = z.infer<typeof dataSchema>;

const SEND: Choice = { id: 'send', title: thread.button.send, says: ['gửi', 'gửi đi'] };
const NO: Choice = { id: 'no', title: thread.button.no };

/** Words that may be the answer to an officer's question: asked once, then put into the report's own thread. */
export class ThreadDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  readonly steps: Steps<Data> = {
    THREAD_REPLY: {
      ask: askReply,
      claims: (talk) => talk.input.kind === 'words' && recogniseYesNo(talk.input.text) !== null,
      receive: receiveReply,
    },
  };

  protected override open(_talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    return Promise.resolve({ data: dataSchema.parse(options), outcome: to('THREAD_REPLY') });
  }
}

async function askReply(talk: Talk, data: Data): Promise<void> {
  const { evidence } = talk.input;
  const received = evidence.length > 0 ? `${tellOfFiles(data.evidence, evidence)} ` : '';
  await talk.offer(`${received}${thread.confirm(data.code, data.asked)}`, [SEND, NO]);
}

async function receiveReply(talk: Talk, data: Data): Promise<Outcome> {
  const picked = talk.pick([SEND, NO]);
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  if (picked === 'send' || said === 'yes') {
    const report = await talk.services.reports.byId(data.reportId);
    if (report === null) return END;
    const added = addWords(talk, report, data.words, data.evidence.map(unparkEvidence));
    await talk.say(added ? thread.sent(data.code) : thread.tooMuch);
    return END;
  }
  if (picked === 'no' || said === 'no') {
    const { answers } = talk.services;
    const lead = leadOf(
      await answers.refine(data.words, await answers.decide(data.words, 'free')),
      data.words,
    );
    if (lead.dialogId === 'report') return begin('report', { ...lead.options, evidence: data.evidence });
    await keepParked(talk, data.evidence);
    return begin(lead.dialogId, lead.options);
  }
  if (talk.input.kind !== 'words') return again(prompts.yesOrNo);
  const words = `${data.words}\n${talk.input.text}`;
  if (words.length > WORDS_MAX_CHARS) await talk.say(thread.sendFirst);
  else data.words = words;
  takeFiles(talk, data);
  return to('THREAD_REPLY');
}

/** What came with the words goes where they go. */
function takeFiles(talk: Talk, data: Data): void {
  holdFiles(data.evidence, talk.input.evidence.map(parkEvidence));
  talk.filesTaken = true;
}

/** The report in which an officer wrote last and waits for this resident, if the resident was not asked about it yet. */
export async function waitingOfficer(talk: Talk): Promise<{ report: Report; message: ThreadMessage } | null> {
  const reports = await talk.services.reports.ofReporter(talk.turn.residentKey, MAX_REPORTS);
  for (const report of reports) {
    const message = report.messages.at(-1);
    if (message?.from !== 'officer' || talk.memory.threadAskedAbout === message.id) continue;
    if (talk.turn.now.getTime() - message.at.getTime() < STILL_WAITING_DAYS * DAY_MS)
      return { report, message };
  }
  return null;
}

/** What the thread dialog is opened with; the resident is not asked about this message again. */
export function threadOptions(
  talk: Talk,
  { report, message }: { report: Report; message: ThreadMessage },
): Data {
  talk.memory.threadAskedAbout = message.id;
  const asked = message.text.length > QUOTED_CHARS ? `${message.text.slice(0, QUOTED_CHARS)}…` : message.text;
  const data: Data = { reportId: report.id, code: report.code, asked, words: talk.input.text, evidence: [] };
  takeFiles(talk, data);
  return data;
}
