import { titled } from './answering.ts';
import { MAX_TITLE_CHARS } from './buttons.ts';
import type { Choice } from './prompts/choice.ts';
import type { Talk } from './talk.ts';
import { ask } from './texts/ask.ts';

/** Most articles offered at once. */
export const MAX_OFFERED = 3;

/** Articles to choose from: the list for the message, and buttons whose titles fit every channel. */
export function articleChoices(
  talk: Talk,
  slugs: readonly string[],
): { readonly list: string; readonly choices: readonly Choice[] } {
  const articles = titled(talk.services.knowledge(), slugs).slice(0, MAX_OFFERED);
  return {
    list: ask.list(articles.map(({ title }) => title)),
    choices: articles.map(({ slug, title }, index) => ({
      id: slug,
      title: title.length <= MAX_TITLE_CHARS ? title : ask.thisOne(index + 1),
      says: [title],
    })),
  };
}
