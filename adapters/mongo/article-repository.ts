import type { Db, MongoClient } from 'mongodb';
import { z } from 'zod';
import { ReportError } from '../../reports/errors.ts';
import { articleSchema, type Article } from '../../knowledge/article.ts';
import type {
  ArticleRepository,
  ArticleVersion,
  SaveOutcome,
  StoredArticle,
} from '../../knowledge/article-repository.ts';
import type { Clock } from '../../reports/ports.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import { createUnitOfWork, type UnitOfWork } from './unit-of-work.ts';

const ARTICLES = 'articles';
const VERSIONS = 'articleVersions';
const STATE = 'knowledgeState';
const REVISION_ID = 'revision';
const HISTORY_MAX = 200;
const FIRST_SAVED_BY = 'content';

const versionSchema = z.object({
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

type ArticleDocument = z.infer<typeof documentSchema>;
type VersionDocument = z.infer<typeof versionSchema> & { _id: string; slug: string };
type StateDocument = { _id: string; value: number };

const toStored = (document: unknown): StoredArticle =>
  decode(ARTICLES, documentSchema, document, ({ slug, published, draft }) => ({ slug, published, draft }));

export const articleIndexes: CollectionIndexes = {
  collection: VERSIONS,
  indexes: [{ name: 'of_slug', key: { slug: 1, version: -1 } }],
};

/** Articles in MongoDB: one document a slug, every version beside it, and a revision that rises with each publication. */
export function createArticleRepository(client: MongoClient, db: Db, clock: Clock): ArticleRepository {
  const articles = db.collection<ArticleDocument>(ARTICLES);
  const versions = db.collection<VersionDocument>(VERSIONS);
  const state = db.collection<StateDocument>(STATE);

  const commit = async (unit: UnitOfWork, version: number): Promise<SaveOutcome> => {
    try {
      await unit.commit();
      return { ok: true, version };
    } catch (error) {
      if (error instanceof ReportError && error.code === 'conflict')
        return { ok: false, reason: 'changed_meanwhile' };
      throw error;
    }
  };
  const stageVersion = (unit: UnitOfWork, saved: ArticleVersion): void => {
    const { slug } = saved.article;
    const document = { ...saved, _id: `${slug}:${saved.version}`, slug };
    unit.stage<VersionDocument>(VERSIONS, { insertOne: { document } });
  };
  const stageRevision = (unit: UnitOfWork): void => {
    const update = { $inc: { value: 1 } };
    unit.stage<StateDocument>(STATE, { updateOne: { filter: { _id: REVISION_ID }, update, upsert: true } });
  };

  return {
    list: async () => {
      const stored = await articles
        .find({ published: { $ne: null } })
        .sort({ _id: 1 })
        .toArray();
      return stored.flatMap((document) => toStored(document).published?.article ?? []);
    },
    listStored: async () => (await articles.find().sort({ _id: 1 }).toArray()).map(toStored),
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
      return commit(unit, version);
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
      return commit(unit, published.version);
    },
    history: async (slug) => {
      const found = await versions.find({ slug }).sort({ version: -1 }).limit(HISTORY_MAX).toArray();
      return found.map((document) => decode(VERSIONS, versionSchema, document, (saved) => saved));
    },
    loadFirst: async (given) => {
      const known = new Set(await articles.distinct('_id'));
      const fresh = given.filter(({ slug }) => !known.has(slug));
      if (fresh.length === 0) return 0;
      const unit = createUnitOfWork(client, db);
      for (const article of fresh) stageFirst(unit, article, clock());
      stageRevision(unit);
      await unit.commit();
      return fresh.length;
    },
    revision: async () => String((await state.findOne({ _id: REVISION_ID }))?.value ?? 0),
  };

  function stageFirst(unit: UnitOfWork, article: Article, savedAt: Date): void {
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
}
