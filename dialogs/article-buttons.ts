import type { Article, NextAction } from '../knowledge/article.ts';
import { goAction } from './buttons.ts';
import type { Button } from './buttons.ts';
import { ask } from './texts/ask.ts';

const buttonOf = (action: NextAction): Button | null => {
  switch (action.kind) {
    case 'sos':
      return { title: ask.button.sos, action: goAction({ to: 'sos', slug: action.slug }) };
    case 'report':
      return { title: ask.button.report, action: goAction({ to: 'report', category: action.category }) };
    case 'check':
    case 'track':
    case 'human':
      return { title: ask.button[action.kind], action: goAction({ to: action.kind }) };
    case 'call':
      return null;
  }
};

/** The next actions of an article as buttons, urgent ones first; a call is said in words instead. */
export function nextActionButtons(article: Article, atMost: number): Button[] {
  const order = ['sos', 'report', 'check', 'track', 'human', 'call'];
  const sorted = [...article.nextActions].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const buttons = sorted.map(buttonOf).filter((button) => button !== null);
  const byTitle = new Map(buttons.reverse().map((button) => [button.title, button]));
  return [...byTitle.values()].reverse().slice(0, atMost);
}
