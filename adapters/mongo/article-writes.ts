import type { Article } from '../../knowledge/article.ts';
import type { ArticleVersion, SaveOutcome } from '../../knowledge/article-repository.ts';
import { ReportError } from '../../reports/errors.ts';
import type { ArticleDocument, StateDocument, VersionDocument } from './article-document.ts';
import { ARTICLES, REVISION_ID, STATE, VERSIONS } from './article-document.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const FIRST_SAVED_BY = 'content';

/** Keeps a version for the history. */
export function stageVersion(unit: UnitOfWork, saved: ArticleVersion): void {
  const { slug } = saved.article;
  const document = { ...saved, _id: `${slug}:${saved.version}`, slug };
  unit.stage<VersionDocument>(VERSIONS, { insertOne: { document } });
}

/** Tells every process that its index is out of date. */
export function stageRevision(unit: UnitOfWork): void {
  const update = { $inc: { value: 1 } };
  unit.stage<StateDocument>(STATE, { updateOne: { filter: { _id: REVISION_ID }, update, upsert: true } });
}

/** An article that came with the program, published as version 1. */
export function stageFirst(unit: UnitOfWork, article: Article, savedAt: Date): void {
  const { slug, title } = article;
  const published: ArticleVersion = {
    version: 1,
    article,
    status: 'published',
    savedAt,
    savedBy: FIRST_SAVED_BY,
  };
  const document = { _id: slug, slug, title, published, draft: null, latest: 1 };
  unit.stage<ArticleDocument>(ARTICLES, { insertOne: { document } });
  stageVersion(unit, published);
}

/** Commits; that somebody was faster is an outcome and no error. */
export async function commitSave(unit: UnitOfWork, version: number): Promise<SaveOutcome> {
  try {
    await unit.commit();
    return { ok: true, version };
  } catch (error) {
    if (error instanceof ReportError && error.code === 'conflict')
      return { ok: false, reason: 'changed_meanwhile' };
    throw error;
  }
}
