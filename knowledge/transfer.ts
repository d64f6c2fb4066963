import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { ArticleRepository, StoredArticle } from './article-repository.ts';
import type { Article } from './article.ts';

/** The file's text for an article: keys in the order of the schema, long texts as blocks. */
export const articleToYaml = (article: Article): string =>
  stringify(article, { lineWidth: 0, singleQuote: true, blockQuote: 'literal' });

/** Writes every published article to `<dir>/content/<slug>.yaml` and returns their number; other files stay as they are. */
export const exportArticles = async (repository: ArticleRepository, dir: string): Promise<number> => {
  const folder = path.join(dir, 'content');
  await mkdir(folder, { recursive: true });
  const articles = await repository.list();
  for (const article of articles)
    await writeFile(path.join(folder, `${article.slug}.yaml`), articleToYaml(article), 'utf8');
  return articles.length;
};

/** What became of one article on its way into the database; `conflict` when somebody saved it in the same moment. */
export type ImportOutcome = 'inserted' | 'updated' | 'unchanged' | 'conflict';

const newestVersion = (stored: StoredArticle | null): number | null =>
  stored === null ? null : Math.max(stored.published?.version ?? 0, stored.draft?.version ?? 0);

const importOne = async (
  repository: ArticleRepository,
  article: Article,
  importedBy: string,
): Promise<ImportOutcome> => {
  const stored = await repository.bySlug(article.slug);
  if (stored?.published && isDeepStrictEqual(stored.published.article, article)) return 'unchanged';
  const saved = await repository.saveDraft(article, newestVersion(stored), importedBy);
  if (!saved.ok) return 'conflict';
  const published = await repository.publish(article.slug, saved.version, importedBy);
  if (!published.ok) return 'conflict';
  return stored?.published ? 'updated' : 'inserted';
};

/**
 * Publishes the articles of files, over what is stored: the explicit wish of whoever runs it, unlike the first load.
 * Earlier versions stay in the history. Returns the outcome by slug.
 */
export const importArticles = async (
  repository: ArticleRepository,
  articles: readonly Article[],
  importedBy: string,
): Promise<ReadonlyMap<string, ImportOutcome>> => {
  const outcomes = new Map<string, ImportOutcome>();
  for (const article of articles)
    outcomes.set(article.slug, await importOne(repository, article, importedBy));
  return outcomes;
};
