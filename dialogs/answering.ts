import type { Article } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { FactReferenceError, longText, shortText, sourceLine } from '../knowledge/render-article.ts';
import { alertOfCard } from '../reports/duty-alert.ts';
import type { Talk } from './talk.ts';
import { ask } from './texts/ask.ts';

/** The number and name of a hotline that may be told, or null. */
function callLine(kb: KnowledgeBase, hotlineId: string): string | null {
  const hotline = kb.facts.hotlines.find(({ id, confidence }) => id === hotlineId && confidence !== 'C');
  return hotline === undefined ? null : ask.call(hotline.number, hotline.name);
}

/** Numbers to call that the short answer does not name yet. */
function callLines(kb: KnowledgeBase, article: Article, said: string): string[] {
  return article.nextActions
    .filter((action) => action.kind === 'call')
    .map((action) => callLine(kb, action.hotline))
    .filter((line) => line !== null)
    .filter((line) => !said.includes(/^Gọi ([\d .]+) /.exec(line)?.[1] ?? line));
}

/** The text made from an article; null when it is not published or names a fact that may not be told now. */
function tell(kb: KnowledgeBase, slug: string, make: (article: Article) => string): string | null {
  const article = kb.article(slug);
  if (article === null) return null;
  try {
    return make(article);
  } catch (error) {
    if (error instanceof FactReferenceError) return null;
    throw error;
  }
}

/**
 * The answer as one message: what to do, numbers to call, source and date. Null when it cannot be told now. `simpler` is
 * the same in simpler words, which then say that a machine worded them.
 */
export const answerText = (kb: KnowledgeBase, slug: string, simpler?: string | null): string | null =>
  tell(kb, slug, (article) => {
    const short = simpler ?? shortText(article, kb.facts);
    return [
      short,
      ...callLines(kb, article, short),
      ...(simpler ? [ask.worded] : []),
      sourceLine(article),
    ].join('\n\n');
  });

/** What to do, first things first, with nothing around it: urgent cards, and what stands before a report. */
export const shortAnswer = (kb: KnowledgeBase, slug: string): string | null =>
  tell(kb, slug, (article) => shortText(article, kb.facts));

/** The whole article, with source. */
export const stepsText = (kb: KnowledgeBase, slug: string): string | null =>
  tell(kb, slug, (article) => longText(article, kb.facts));

/** The same card again within this time is still the same alert. */
const SAME_ALERT_MS = 30 * 60_000;

/** The urgent card for this turn, remembered as shown; the duty officer is alerted. Should the article be missing, what always holds. */
export function urgentCard(talk: Talk, slug: string): string {
  const { now, address, residentKey, work } = talk.turn;
  const shownAt = talk.memory.sosShown[slug];
  if (shownAt === undefined || now.getTime() - Date.parse(shownAt) > SAME_ALERT_MS) {
    const alert = alertOfCard({ id: talk.services.newId(), now, address, residentKey }, slug);
    work.alerts.raise(alert, talk.input.kind === 'words' ? talk.input.text : null);
  }
  talk.memory.sosShown[slug] = now.toISOString();
  return shortAnswer(talk.services.knowledge(), slug) ?? ask.urgentFallback;
}

/** Titles of the articles that still exist, in the order given. */
export function titled(kb: KnowledgeBase, slugs: readonly string[]): { slug: string; title: string }[] {
  return slugs.flatMap((slug) => {
    const article = kb.article(slug);
    return article === null ? [] : [{ slug, title: article.title }];
  });
}
