import { Dialog, DialogTurnStatus } from './framework.ts';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder-core';
import { z } from 'zod';
import type { Command } from './commands.ts';
import type { Outcome, Step, Steps } from './step.ts';
import { offerWayOut } from './way-out.ts';
import { talkOf } from './talk.ts';
import type { Talk } from './talk.ts';

/** After so many replies that were not understood, a way out is offered instead of the same question. */
const MAX_ATTEMPTS = 3;

const parkedSchema = z.object({
  at: z.string(),
  attempts: z.number().int(),
  serial: z.number().int(),
  data: z.unknown(),
});

type Parked<Data> = { at: string; attempts: number; serial: number; data: Data };

/** The stored state of a dialog is not of this version; the conversation starts anew from it. */
export class ParkedStateError extends Error {
  override name = 'ParkedStateError';
}

/** A dialog that is always in one named state; the names are those of docs/conversation.md. */
export abstract class SteppedDialog<Data extends object> extends Dialog<object> {
  abstract readonly steps: Steps<Data>;
  protected abstract readonly dataSchema: z.ZodType<Data>;
  /** Whether photos and files sent at any moment belong to this dialog. */
  readonly takesEvidence: boolean = false;

  protected abstract open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }>;

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const { data, outcome } = await this.open(talk, options ?? {});
    return this.follow(dc, talk, { at: '', attempts: 0, serial: 0, data }, outcome);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const parked = this.read(dc.activeDialog);
    talk.asking = { dialogId: this.id, serial: parked.serial };
    const outcome = await this.step(parked.at).receive(talk, parked.data);
    return this.follow(dc, talk, parked, outcome);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const parked = this.read(instance);
    await this.enter(talkOf(context), parked, parked.at);
    instance.state = parked;
  }

  /** The named state in which the dialog is parked. */
  stateOf(instance: DialogInstance): string {
    return this.read(instance).at;
  }

  /** Whether the dialog goes on after a message that was meant for elsewhere. */
  stays(instance: DialogInstance | undefined): boolean {
    return this.step(this.read(instance).at).stays ?? false;
  }

  /** Whether a tapped button belongs to the question asked last. */
  asked(instance: DialogInstance, serial: number): boolean {
    return this.read(instance).serial === serial;
  }

  claims(talk: Talk, instance: DialogInstance): boolean {
    const parked = this.read(instance);
    return this.step(parked.at).claims?.(talk, parked.data) ?? false;
  }

  /** Whether the words try to answer the open question. */
  tries(talk: Talk, instance: DialogInstance): boolean {
    return this.step(this.read(instance).at).tries?.(talk) ?? false;
  }

  /** Whether the parked dialog is about this article. */
  isAbout(_instance: DialogInstance | undefined, _slug: string): boolean {
    return false;
  }

  /** Whether words here may be a story rather than the answer that was asked for. */
  mayHearStory(_talk: Talk, _instance: DialogInstance): boolean {
    return false;
  }

  /** Keeps words of another matter than this dialog's for after it, and says whether it did. */
  setsAside(_talk: Talk): boolean {
    return false;
  }

  /** What an urgent card that takes the place of this dialog has to know of it. */
  carries(_instance: DialogInstance | undefined): object {
    return {};
  }

  /** What a person who is asked for in this dialog has to know of it: how the dialog "human" is opened. */
  tellsPerson(_instance: DialogInstance | undefined): object {
    return {};
  }

  protected parkedData(instance: DialogInstance | undefined): Data {
    return this.read(instance).data;
  }

  /** What a command means in this dialog; null where it means what it means everywhere. */
  protected onCommand(_talk: Talk, _data: Data, _state: string, _command: Command): Promise<Outcome | null> {
    return Promise.resolve(null);
  }

  /** Does what a command means in this dialog; false where it means what it means everywhere. */
  async obey(dc: DialogContext, talk: Talk, command: Command): Promise<boolean> {
    const parked = this.read(dc.activeDialog);
    const outcome = await this.onCommand(talk, parked.data, parked.at, command);
    if (outcome === null) return false;
    await this.follow(dc, talk, parked, outcome);
    return true;
  }

  private async follow(
    dc: DialogContext,
    talk: Talk,
    parked: Parked<Data>,
    outcome: Outcome,
  ): Promise<DialogTurnResult> {
    switch (outcome.kind) {
      case 'stray':
        return { status: DialogTurnStatus.waiting, result: { stray: true } };
      case 'end':
        return dc.endDialog();
      case 'begin':
        return dc.replaceDialog(outcome.dialogId, outcome.options);
      case 'to':
        parked.attempts = 0;
        await this.enter(talk, parked, outcome.state);
        break;
      case 'again':
        await this.askAgain(talk, parked, outcome.why);
        break;
      case 'wait':
        break;
    }
    if (dc.activeDialog !== undefined) dc.activeDialog.state = parked;
    return Dialog.EndOfTurn;
  }

  private async askAgain(talk: Talk, parked: Parked<Data>, why: string): Promise<void> {
    parked.attempts += 1;
    if (parked.attempts < MAX_ATTEMPTS) {
      await talk.say(why);
      await this.enter(talk, parked, parked.at);
      return;
    }
    this.number(talk, parked);
    await offerWayOut(talk, this.step(parked.at).skippable?.(parked.data) ?? false);
  }

  private async enter(talk: Talk, parked: Parked<Data>, state: string): Promise<void> {
    parked.at = state;
    this.number(talk, parked);
    await this.step(state).ask(talk, parked.data);
  }

  private number(talk: Talk, parked: Parked<Data>): void {
    talk.memory.askSerial += 1;
    parked.serial = talk.memory.askSerial;
    talk.asking = { dialogId: this.id, serial: parked.serial };
  }

  private step(state: string): Step<Data> {
    const step = this.steps[state];
    if (step === undefined) throw new ParkedStateError(`Dialog ${this.id} has no state ${state}`);
    return step;
  }

  private read(instance: DialogInstance | undefined): Parked<Data> {
    const parked = parkedSchema.safeParse(instance?.state);
    const data = this.dataSchema.safeParse(parked.success ? parked.data.data : null);
    if (!parked.success || !data.success)
      throw new ParkedStateError(`State of dialog ${this.id} does not decode`);
    return { ...parked.data, data: data.data };
  }
}

const straySchema = z.object({ stray: z.literal(true) });

/** Whether the active dialog gave the message back unanswered. */
export const wasStray = (result: DialogTurnResult): boolean => straySchema.safeParse(result.result).success;
