import { z } from 'zod';
import { articleSchema } from '../../knowledge/article.ts';
import type { StoredArticle } from '../../knowledge/article-repository.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';

export const ARTICLES = 'articles';
export const VERSIONS = 'articleVersions';
export const STATE = 'knowledgeState';
export const REVISION_ID = 'revision';

export const versionSchema = z.object({
  version: z.number(),
  article: articleSchema,
  status: z.enum(['draft', 'published']),
  savedAt: z.date(),
  savedBy: z.string(),
});

const documentSchema = z.object({
  _id: z.string(),
  /** For people who look into the database; the truth is in `published` and `draft`. */
  slug: z.string(),
  title: z.string(),
  published: versionSchema.nullable(),
  draft: versionSchema.nullable(),
  /** The highest version ever given in this slug. */
  latest: z.number(),
});

export type ArticleDocument = z.infer<typeof documentSchema>;
export type VersionDocument = z.infer<typeof versionSchema> & { _id: string; slug: string };
export type StateDocument = { _id: string; value: number };

export const toStored = (document: unknown): StoredArticle =>
  decode(ARTICLES, documentSchema, document, ({ slug, published, draft }) => ({ slug, published, draft }));

export const articleIndexes: CollectionIndexes = {
  collection: VERSIONS,
  indexes: [{ name: 'of_slug', key: { slug: 1, version: -1 } }],
};
