import { z } from 'zod';
import { begin, STRAY } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { welcome } from './texts/welcome.ts';

type Data = Record<string, never>;

/** Says who this is and what it never asks, then shows the menu. */
export class WelcomeDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = z.record(z.string(), z.never());

  /** Nothing waits here: the greeting leads to MENU in the same turn. */
  readonly steps: Steps<Data> = { WELCOME: { ask: () => undefined, receive: () => STRAY } };

  protected override async open(talk: Talk): Promise<{ data: Data; outcome: Outcome }> {
    const { commune } = talk.services;
    await talk.say(welcome.greeting(commune));
    await talk.say(welcome.emergency(commune));
    talk.memory.greeted = true;
    return { data: {}, outcome: begin('menu') };
  }
}
