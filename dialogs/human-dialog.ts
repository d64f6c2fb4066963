import { z } from 'zod';
import type { DialogContext } from 'botbuilder-dialogs';
import { appendFromResident, endHandover, requestHandover } from '../reports/handover.ts';
import { readAction } from './buttons.ts';
import { readCommand } from './commands.ts';
import { urgentCard } from './answering.ts';
import { END, to, WAIT } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { keepFiles } from './keep-files.ts';
import { human } from './texts/human.ts';

const dataSchema = z.object({ acknowledged: z.boolean() });
type Data = z.infer<typeof dataSchema>;

const optionsSchema = z.object({
  urgent: z.boolean().default(false),
  /** What the resident had just said, so that the officer need not ask again. */
  words: z.string().default(''),
});

/** The bot pauses: what the resident writes goes to a person, silently after the first time. */
export class HumanDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  readonly steps: Steps<Data> = {
    HUMAN_WAITING: { ask: () => undefined, receive: passOn },
  };

  protected override async open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    if (talk.turn.handover === null) await request(talk, optionsSchema.parse(options));
    return { data: { acknowledged: false }, outcome: to('HUMAN_WAITING') };
  }
}

async function request(talk: Talk, { urgent, words }: z.infer<typeof optionsSchema>): Promise<void> {
  const { work, address, residentKey, now } = talk.turn;
  const id = talk.services.newId();
  const files = talk.input.evidence.length;
  const firstWords = [words, ...(files > 0 ? [human.sentFiles(files)] : [])].join('\n');
  work.handovers.add(requestHandover({ id, address, residentKey, urgent, firstWords, now }));
  const isWriting = talk.draft.current() !== null;
  if (files > 0) await keepFiles(talk, human.filesKept);
  if (isWriting) await talk.say(human.draftKept);
  await talk.say(human.requested(talk.services.commune));
}

async function passOn(talk: Talk, data: Data): Promise<Outcome> {
  const { handover, work, now } = talk.turn;
  if (handover === null) return END;
  const urgentMatter = talk.input.kind === 'words' ? await urgentMatterIn(talk) : null;
  if (urgentMatter !== null) await talk.say(urgentCard(talk, urgentMatter));
  const files = talk.input.evidence.length;
  if (files > 0) await keepFiles(talk, human.filesKept);
  const text = [talk.input.text, ...(files > 0 ? [human.sentFiles(files)] : [])].join('\n').trim();
  if (text === '') return WAIT;
  const change = appendFromResident(handover, { text, urgent: urgentMatter !== null, now });
  if (!change.ok) {
    await talk.say(human.tooMuch);
    return WAIT;
  }
  work.handovers.save(change.handover);
  if (!data.acknowledged) await talk.say(human.noted);
  data.acknowledged = true;
  return WAIT;
}

async function urgentMatterIn(talk: Talk): Promise<string | null> {
  const { route, slug } = await talk.decide();
  return route === 'sos' ? slug : null;
}

/**
 * While a person is, or will be, with this resident, the message goes to them. True when it did. "menu", "thoát" and a
 * button that leads elsewhere end the talk and are then dealt with as usual.
 */
export async function pausedForPerson(dc: DialogContext, talk: Talk): Promise<boolean> {
  const { handover, work } = talk.turn;
  const isParked = dc.activeDialog?.id === 'human';
  if (handover === null || handover.status === 'ended') {
    if (isParked) {
      await dc.cancelAllDialogs();
      talk.memory.greeted = false;
    }
    return false;
  }
  if (wantsBotBack(talk)) {
    const ended = endHandover(handover);
    if (ended.ok) work.handovers.save(ended.handover);
    await dc.cancelAllDialogs();
    await talk.say(human.ended);
    return false;
  }
  if (talk.input.kind === 'arrival') return true;
  if (!isParked) {
    await dc.cancelAllDialogs();
    await dc.beginDialog('human');
  }
  await dc.continueDialog();
  return true;
}

function wantsBotBack(talk: Talk): boolean {
  if (talk.input.action !== null) return readAction(talk.input.action)?.kind === 'go';
  const command = talk.input.kind === 'words' ? readCommand(talk.input.folded) : null;
  return command === 'menu' || command === 'leave';
}
