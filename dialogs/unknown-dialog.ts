import { z } from 'zod';
import { goAction } from './buttons.ts';
import type { Choice } from './prompts/choice.ts';
import { keepMissedQuestion } from './missed-question.ts';
import { begin, STRAY, SteppedDialog, to } from './stepped-dialog.ts';
import type { Outcome, Steps } from './stepped-dialog.ts';
import type { Talk } from './talk.ts';
import { ask } from './texts/ask.ts';

type Data = Record<string, never>;

const optionsSchema = z.object({ question: z.string(), kbVersion: z.string() });

const PERSON: Choice = { id: 'person', title: ask.button.human };

/** Nothing was found: said honestly, with other ways; the second time in a row a person is offered at once. */
export class UnknownDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = z.record(z.string(), z.never());

  readonly steps: Steps<Data> = {
    NOT_FOUND: {
      ask: (talk) =>
        talk.offer(
          talk.memory.missesInRow >= 2 ? ask.offerPerson : `${ask.notFound}\n\n${ask.noted}`,
          [PERSON],
          [
            { title: ask.button.report, action: goAction({ to: 'report', category: null }) },
            { title: ask.button.menu, action: goAction({ to: 'menu' }) },
          ],
        ),
      receive: (talk) => (talk.pick([PERSON]) === null ? STRAY : begin('human')),
    },
  };

  protected override async open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const { question, kbVersion } = optionsSchema.parse(options);
    talk.memory.missesInRow += 1;
    await keepMissedQuestion(talk, question, [], kbVersion);
    return { data: {}, outcome: to('NOT_FOUND') };
  }
}
