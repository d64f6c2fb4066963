import { z } from 'zod';
import { goAction } from './buttons.ts';
import { STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { ask, outOfScope } from './texts/ask.ts';

const dataSchema = z.object({ text: z.string() });
type Data = z.infer<typeof dataSchema>;

const optionsSchema = z.object({ text: z.string().nullable() });

/** A matter of another office: which one is said, and a person is one tap away. */
export class OutOfScopeDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  readonly steps: Steps<Data> = {
    OUT_OF_SCOPE: {
      ask: (talk, data) =>
        talk.say(data.text, [
          { title: ask.button.human, action: goAction({ to: 'human' }) },
          { title: ask.button.menu, action: goAction({ to: 'menu' }) },
        ]),
      receive: () => STRAY,
    },
  };

  protected override open(_talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const { text } = optionsSchema.parse(options);
    return Promise.resolve({ data: { text: text ?? outOfScope.fallback }, outcome: to('OUT_OF_SCOPE') });
  }
}
