import type { ArticleRepository } from '../knowledge/article-repository.ts';
import type { Article } from '../knowledge/article.ts';

/** Of what is published, by slug, with the draft that is being tried in place of its older self. */
export async function articleTitles(
  articles: Pick<ArticleRepository, 'list'>,
  draft: Article | null,
): Promise<ReadonlyMap<string, string>> {
  const published = await articles.list();
  const all = draft === null ? published : [...published, draft];
  return new Map(all.map(({ slug, title }) => [slug, title]));
}
