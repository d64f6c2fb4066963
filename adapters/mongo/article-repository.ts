import type { Db, MongoClient } from 'mongodb';
import type { ArticleRepository, ArticleVersion } from '../../knowledge/article-repository.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ArticleDocument, StateDocument, VersionDocument } from './article-document.ts';
import { ARTICLES, REVISION_ID, STATE, VERSIONS, toStored, versionSchema } from './article-document.ts';
import { commitSave, stageFirst, stageRevision, stageVersion } from './article-writes.ts';
import { decode } from './decode.ts';
import { createUnitOfWork } from './unit-of-work.ts';

const HISTORY_MAX = 200;

/** Articles in MongoDB: one document a slug, every version beside it, and a revision that rises with each publication. */
export function createArticleRepository(client: MongoClient, db: Db, clock: Clock): ArticleRepository {
  const articles = db.collection<ArticleDocument>(ARTICLES);
  const versions = db.collection<VersionDocument>(VERSIONS);
  const state = db.collection<StateDocument>(STATE);

  const slugs = async () => new Set(await articles.distinct('_id'));

  return {
    list: async () => {
      const stored = await articles
        .find({ published: { $ne: null } })
        .sort({ _id: 1 })
        .toArray();
      return stored.flatMap((document) => toStored(document).published?.article ?? []);
    },
    listStored: async () => (await articles.find().sort({ _id: 1 }).toArray()).map(toStored),
    slugs,
    bySlug: async (slug) => {
      const found = await articles.findOne({ _id: slug });
      return found === null ? null : toStored(found);
    },
    saveDraft: async (article, basedOn, savedBy) => {
      const { slug, title } = article;
      const version = (basedOn ?? 0) + 1;
      const draft: ArticleVersion = { version, article, status: 'draft', savedAt: clock(), savedBy };
      const unit = createUnitOfWork(client, db);
      stageVersion(unit, draft);
      if (basedOn === null) {
        const document = { _id: slug, slug, title, published: null, draft, latest: version };
        unit.stage<ArticleDocument>(ARTICLES, { insertOne: { document } });
      } else {
        const change = {
          filter: { _id: slug, latest: basedOn },
          update: { $set: { draft, latest: version } },
        };
        unit.stage<ArticleDocument>(ARTICLES, { updateOne: change }, { mustMatch: true });
      }
      return commitSave(unit, version);
    },
    publish: async (slug, version, publishedBy) => {
      const found = await articles.findOne({ _id: slug });
      const draft = found === null ? null : toStored(found).draft;
      if (found === null || draft?.version !== version) return { ok: false, reason: 'not_found' };
      const published: ArticleVersion = {
        version: found.latest + 1,
        article: draft.article,
        status: 'published',
        savedAt: clock(),
        savedBy: publishedBy,
      };
      const unit = createUnitOfWork(client, db);
      const set = { published, draft: null, latest: published.version, title: published.article.title };
      const change = { filter: { _id: slug, latest: found.latest }, update: { $set: set } };
      unit.stage<ArticleDocument>(ARTICLES, { updateOne: change }, { mustMatch: true });
      stageVersion(unit, published);
      stageRevision(unit);
      return commitSave(unit, published.version);
    },
    history: async (slug) => {
      const found = await versions.find({ slug }).sort({ version: -1 }).limit(HISTORY_MAX).toArray();
      return found.map((document) => decode(VERSIONS, versionSchema, document, (saved) => saved));
    },
    loadFirst: async (given) => {
      const known = await slugs();
      const fresh = given.filter(({ slug }) => !known.has(slug));
      if (fresh.length === 0) return 0;
      const unit = createUnitOfWork(client, db);
      for (const article of fresh) stageFirst(unit, article, clock());
      stageRevision(unit);
      const outcome = await commitSave(unit, 1);
      // another process loaded them first
      return outcome.ok ? fresh.length : 0;
    },
    revision: async () => String((await state.findOne({ _id: REVISION_ID }))?.value ?? 0),
  };
}
