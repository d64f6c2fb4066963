import { z } from 'zod';
import { goAction } from './buttons.ts';
import type { Button } from './buttons.ts';
import { readableDate } from '../reports/moments.ts';
import { END, STRAY, to } from './step.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Outcome, Steps } from './step.ts';
import type { Talk } from './talk.ts';
import type { Choice } from './prompts/choice.ts';
import { menu } from './texts/welcome.ts';

type Data = Record<string, never>;

const ASK: Choice = {
  id: 'ask',
  title: menu.button.ask,
  says: ['hỏi', 'hỏi đáp', 'tôi muốn hỏi', 'đặt câu hỏi'],
};

/** What may be chosen, in the order shown; the draft comes first while there is one. */
function buttons(talk: Talk): Button[] {
  const draft = talk.draft.current();
  const start: Button =
    draft === null
      ? { title: menu.button.report, action: goAction({ to: 'report', category: null }) }
      : { title: menu.button.draft, action: goAction({ to: 'draft' }) };
  return [
    start,
    { title: menu.button.track, action: goAction({ to: 'track' }) },
    { title: menu.button.check, action: goAction({ to: 'check' }) },
    { title: menu.button.human, action: goAction({ to: 'human' }) },
  ];
}

/** Shows what this assistant can do. Any words are a question to it. */
export class MenuDialog extends SteppedDialog<Data> {
  protected readonly dataSchema = z.record(z.string(), z.never());

  readonly steps: Steps<Data> = {
    MENU: {
      ask: async (talk) => {
        const draft = talk.draft.current();
        if (draft !== null) {
          await talk.say(menu.draftWaiting(readableDate(new Date(draft.startedAt))));
        }
        await talk.offer(menu.question, [ASK], buttons(talk));
      },
      claims: (talk) => talk.pick([ASK]) !== null,
      receive: async (talk) => {
        if (talk.pick([ASK]) === null) return STRAY;
        await talk.say(menu.askHint);
        return END;
      },
    },
  };

  protected override open(): Promise<{ data: Data; outcome: Outcome }> {
    return Promise.resolve({ data: {}, outcome: to('MENU') });
  }
}
