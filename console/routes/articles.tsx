import type { StoredArticle } from '../../knowledge/article-repository.ts';
import { ARTICLE_GROUPS } from '../../knowledge/article.ts';
import { articleTitles } from '../article-titles.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { pathText, queryText } from '../form.ts';
import { oneOf } from '../queue-filter.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { EDITORS, route } from '../route.ts';
import { sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { ArticleHistory } from '../views/article-history.tsx';
import { ArticleList } from '../views/article-list.tsx';
import { TryPage } from '../views/try-out.tsx';

export const QUESTION_MAX_CHARS = 2_000;

/** The list of articles, one's history, and trying a question on what is published. */
export function articleRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({ method: 'get', path: '/bai-viet', roles: EDITORS, handler: (visit) => list(deps, visit) }),
    route({
      method: 'get',
      path: '/bai-viet/:slug/lich-su',
      roles: EDITORS,
      handler: (visit) => showHistory(deps, visit),
    }),
    route({ method: 'get', path: '/hoi-thu', roles: EDITORS, handler: (visit) => tryOut(deps, visit) }),
  ];
}

async function list(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const words = queryText(visit.request, 'tim') ?? '';
  const group = oneOf(ARTICLE_GROUPS, queryText(visit.request, 'nhom'));
  const stored = await deps.articles.listStored();
  const wanted = stored.filter((one) => {
    const article = (one.draft ?? one.published)?.article;
    return article !== undefined && (group === null || article.group === group) && mentions(one, words);
  });
  sendPage(
    visit,
    { title: vi.articles.title, place: 'articles' },
    <ArticleList now={visit.now} articles={wanted} words={words} group={group} />,
  );
}

/** Whether every word is somewhere in the title, slug or phrasings; diacritics do not matter. */
function mentions({ slug, draft, published }: StoredArticle, words: string): boolean {
  const article = (draft ?? published)?.article;
  const text = folded([slug, article?.title ?? '', ...(article?.phrasings ?? [])].join('\n'));
  return folded(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

async function showHistory(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const versions = await deps.articles.history(pathText(visit.request, 'slug'));
  const [newest] = versions;
  if (newest === undefined) {
    refuse(visit, 'not-found');
    return;
  }
  const title = vi.article.historyTitle(newest.article.title);
  sendPage(visit, { title, place: 'articles' }, <ArticleHistory versions={versions} />);
}

async function tryOut(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const question = (queryText(visit.request, 'q', QUESTION_MAX_CHARS) ?? '').trim();
  const tried = question === '' ? null : await deps.tryQuestion(question, null);
  sendPage(
    visit,
    { title: vi.tryOut.title, place: 'articles' },
    <TryPage question={question} tried={tried} titles={await articleTitles(deps.articles, null)} />,
  );
}
