import { ActivityTypes } from 'botbuilder-core';
import type { TurnContext } from 'botbuilder-core';
import type { Decision, Setting } from '../knowledge/decision.ts';
import { answerAction, toCardAction } from './buttons.ts';
import type { Button } from './buttons.ts';
import type { DraftBox } from './draft.ts';
import type { Input } from './input.ts';
import type { Memory } from './memory.ts';
import { recogniseChoice } from './prompts/choice.ts';
import type { Choice } from './prompts/choice.ts';
import type { DialogServices, TurnInput } from './turn-input.ts';

/** Asks for a telephone number in the form that the channel has for it; the same type as in adapters/activity-parts.ts. */
const CONTACT_REQUEST = 'application/vnd.commune-police.contact-request';

export interface ContactForm {
  readonly title: string;
  readonly text: string;
}

/** One turn as a dialog works with it: what came in, what is known, and the means to answer. */
export class Talk {
  readonly context: TurnContext;
  readonly services: DialogServices;
  readonly turn: TurnInput;
  readonly input: Input;
  readonly memory: Memory;
  readonly draft: DraftBox;
  /** Words of the draft's pictures that were read by the beginning of this turn, by evidence id. */
  readonly pictureWords: ReadonlyMap<string, string | null>;
  /** The choice of a tapped button that belongs to the question being answered. */
  chosen: string | null = null;
  /** The question being asked or answered: its buttons carry it. */
  asking: { readonly dialogId: string; readonly serial: number } | null = null;
  /** Whether the resident is in the middle of something; known before the words are looked at. */
  setting: Setting = 'free';
  /** Whether what came with this message is where it stays. */
  filesTaken = false;
  private decision: Promise<Decision> | null = null;

  constructor(parts: {
    readonly context: TurnContext;
    readonly services: DialogServices;
    readonly turn: TurnInput;
    readonly input: Input;
    readonly memory: Memory;
    readonly draft: DraftBox;
    readonly pictureWords: ReadonlyMap<string, string | null>;
  }) {
    this.context = parts.context;
    this.services = parts.services;
    this.turn = parts.turn;
    this.input = parts.input;
    this.memory = parts.memory;
    this.draft = parts.draft;
    this.pictureWords = parts.pictureWords;
  }

  /** One message to the resident. A number typed next means a button by its position. */
  say(text: string, buttons: readonly Button[] = []): Promise<void> {
    return this.send(text, buttons, true);
  }

  /** One message with buttons that answer the question being asked, then buttons that lead elsewhere. */
  offer(text: string, choices: readonly Choice[], elsewhere: readonly Button[] = []): Promise<void> {
    return this.send(text, [...choices.map((choice) => this.button(choice)), ...elsewhere], true);
  }

  /** A question that is answered in words, where a number is an answer and not a button. */
  askFreely(text: string, choices: readonly Choice[] = [], form: ContactForm | null = null): Promise<void> {
    return this.send(
      text,
      choices.map((choice) => this.button(choice)),
      false,
      form,
    );
  }

  /** Which choice this message means, tapped or typed; null when none. */
  pick(choices: readonly Choice[]): string | null {
    if (this.chosen !== null) return choices.find((choice) => choice.id === this.chosen)?.id ?? null;
    return this.input.kind === 'words' ? recogniseChoice(this.input.text, choices) : null;
  }

  /** What the answer chain makes of this message; asked once a turn. */
  decide(): Promise<Decision> {
    this.decision ??= this.services.answers.decide(this.input.text, this.setting);
    return this.decision;
  }

  /** What it makes of the message as a first one; the message counts as such from here on if `isMeant`. */
  async decideFreely(isMeant: (decision: Decision) => boolean): Promise<boolean> {
    const decision = await this.services.answers.decide(this.input.text, 'free');
    if (!isMeant(decision)) return false;
    this.decision = Promise.resolve(decision);
    return true;
  }

  /** The decision as it is about to be said. */
  async refined(): Promise<Decision> {
    return this.services.answers.refine(this.input.text, await this.decide());
  }

  private async send(
    text: string,
    buttons: readonly Button[],
    numbered: boolean,
    form: ContactForm | null = null,
  ): Promise<void> {
    this.memory.shown = buttons.map(({ title, action }) => ({ title, action }));
    this.memory.numbered = numbered && buttons.length > 0;
    await this.context.sendActivity({
      type: ActivityTypes.Message,
      text,
      ...(buttons.length > 0 && { suggestedActions: { to: [], actions: buttons.map(toCardAction) } }),
      ...(form !== null && { attachments: [{ contentType: CONTACT_REQUEST, content: form }] }),
    });
  }

  private button(choice: Choice): Button {
    if (this.asking === null) throw new Error(`Choice ${choice.id} was offered outside a question`);
    return { title: choice.title, action: answerAction(this.asking.dialogId, this.asking.serial, choice.id) };
  }
}

const TALK = Symbol('talk');

export function setTalk(context: TurnContext, talk: Talk): void {
  context.turnState.set(TALK, talk);
}

/** Throws outside `runDialogTurn`, which sets it. */
export function talkOf(context: TurnContext): Talk {
  const talk = context.turnState.get<Talk | undefined>(TALK);
  if (talk === undefined) throw new Error('Talk is missing from the turn');
  return talk;
}
