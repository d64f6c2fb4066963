import { z } from 'zod';
import type { DialogInstance } from 'botbuilder-dialogs';
import { goAction } from './buttons.ts';
import type { Choice } from './prompts/choice.ts';
import { recogniseYesNo } from './prompts/yes-no.ts';
import { keepMissedQuestion } from './missed-question.ts';
import { begin, END, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import { ask } from './texts/ask.ts';

/** The question without personal data: for the person who may be asked for. */
const dataSchema = z.object({ question: z.string().default('') });
type Data = z.infer<typeof dataSchema>;

const optionsSchema = z.object({ question: z.string(), kbVersion: z.string() });

const PERSON: Choice = { id: 'person', title: ask.button.human };

/** Nothing was found: said honestly, with other ways; the second time in a row a person is offered at once. */
export class UnknownDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = dataSchema;

  readonly steps: Steps<Data> = {
    NOT_FOUND: {
      ask: (talk) =>
        talk.offer(
          offersPerson(talk) ? ask.offerPerson : `${ask.notFound}\n\n${ask.noted}`,
          [PERSON],
          [
            { title: ask.button.report, action: goAction({ to: 'report', category: null }) },
            { title: ask.button.menu, action: goAction({ to: 'menu' }) },
          ],
        ),
      claims: (talk) => offersPerson(talk) && saysYesOrNo(talk) !== null,
      receive: receiveChoice,
    },
  };

  override tellsPerson(instance: DialogInstance | undefined): object {
    return { words: this.parkedData(instance).question };
  }

  protected override async open(talk: Talk, options: unknown): Promise<{ data: Data; outcome: Outcome }> {
    const { question, kbVersion } = optionsSchema.parse(options);
    talk.memory.missesInRow += 1;
    await keepMissedQuestion(talk, question, [], kbVersion);
    return { data: { question }, outcome: to('NOT_FOUND') };
  }
}

const offersPerson = (talk: Talk): boolean => talk.memory.missesInRow >= 2;

const saysYesOrNo = (talk: Talk): 'yes' | 'no' | null =>
  talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;

async function receiveChoice(talk: Talk, { question }: Data): Promise<Outcome> {
  const said = offersPerson(talk) ? saysYesOrNo(talk) : null;
  if (talk.pick([PERSON]) !== null || said === 'yes') return begin('human', { words: question });
  if (said === null) return STRAY;
  await talk.say(ask.askAgain);
  return END;
}
