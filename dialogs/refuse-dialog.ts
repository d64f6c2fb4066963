import { z } from 'zod';
import { goAction } from './buttons.ts';
import { STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { ask, refuse } from './texts/ask.ts';

const dataSchema = z.object({ text: z.string() });
type Data = z.infer<typeof dataSchema>;

const optionsSchema = z.object({ text: z.string().nullable() });

/** Abuse or misuse: one calm sentence, and what this assistant is for. */
export class RefuseDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  readonly steps: Steps<Data> = {
    REFUSED: {
      ask: (talk, data) =>
        talk.say(data.text, [{ title: ask.button.menu, action: goAction({ to: 'menu' }) }]),
      receive: () => STRAY,
    },
  };

  protected override open(_talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const { text } = optionsSchema.parse(options);
    return Promise.resolve({ data: { text: text ?? refuse.fallback }, outcome: to('REFUSED') });
  }
}
