import { goAction } from './buttons.ts';
import type { Talk } from './talk.ts';
import { prompts } from './texts/prompts.ts';

/** Said when a question was not answered in a way that is understood, several times: skip it, or talk to a person. */
export async function offerWayOut(talk: Talk, skippable: boolean): Promise<void> {
  const elsewhere = [
    { title: prompts.button.human, action: goAction({ to: 'human' }) },
    { title: prompts.button.menu, action: goAction({ to: 'menu' }) },
  ];
  if (skippable)
    await talk.offer(prompts.wayOutWithSkip, [{ id: 'skip', title: prompts.button.skip }], elsewhere);
  else await talk.say(prompts.wayOut, elsewhere);
}
