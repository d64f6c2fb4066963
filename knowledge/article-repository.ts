import type { Article } from './article.ts';

/** One saved state of an article; `version` counts from 1 and never repeats for a slug. */
export type ArticleVersion = {
  version: number;
  article: Article;
  status: 'draft' | 'published';
  savedAt: Date;
  /** Login of the editor, or `content` for what came with the program. */
  savedBy: string;
};

/** An article as the console edits it: what residents see, and a newer draft if there is one. */
export type StoredArticle = {
  slug: string;
  published: ArticleVersion | null;
  draft: ArticleVersion | null;
};

/** `changed_meanwhile`: somebody saved a newer version than the one the editor started from. */
export type SaveOutcome =
  { ok: true; version: number } | { ok: false; reason: 'changed_meanwhile' | 'not_found' };

/** Where the articles live once the program has been started. */
export type ArticleRepository = {
  /** Every published article, by slug in alphabetical order. */
  list: () => Promise<readonly Article[]>;
  /** Published articles and drafts, for the console's list, by slug in alphabetical order. */
  listStored: () => Promise<readonly StoredArticle[]>;
  /** Of all that is stored, published or not. */
  slugs: () => Promise<ReadonlySet<string>>;
  /** Null when there is neither a published article nor a draft of that slug. */
  bySlug: (slug: string) => Promise<StoredArticle | null>;
  /** Keeps a draft beside what is published. `basedOn` is the newest version that the editor saw, null for a new slug. */
  saveDraft: (article: Article, basedOn: number | null, savedBy: string) => Promise<SaveOutcome>;
  /** Makes the draft of exactly this version what residents see; `not_found` when there is no such draft. */
  publish: (slug: string, version: number, publishedBy: string) => Promise<SaveOutcome>;
  /** All versions, newest first; empty for an unknown slug. */
  history: (slug: string) => Promise<readonly ArticleVersion[]>;
  /** Inserts as published those whose slug is not stored yet and returns their number; what is there stays as staff left it. */
  loadFirst: (articles: readonly Article[]) => Promise<number>;
  /** A stamp that differs after every publish or first load, so that each process knows when to rebuild its index. */
  revision: () => Promise<string>;
};
