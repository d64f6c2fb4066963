import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createArticleRepository } from '../../adapters/mongo/article-repository.ts';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import type { ArticleRepository } from '../../knowledge/article-repository.ts';
import { articleSchema } from '../../knowledge/article.ts';
import { articleToYaml, exportArticles, importArticles } from '../../knowledge/transfer.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { articleOf } from './small-content.ts';

const article = articleOf({ slug: 'mot-bai', signs: ['Dấu hiệu: giục "gấp"', '{{hotline:113}}'] });
let database: TestDatabase;
let repository: ArticleRepository;
let folder = '';

beforeAll(async () => {
  database = await openTestDatabase();
  await ensureIndexes(database.db);
  repository = createArticleRepository(database.client, database.db, () => new Date('2026-11-22'));
  folder = await mkdtemp(path.join(tmpdir(), 'commune-transfer-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await importArticles(repository, [article], 'content');
});

describe('between files and database', () => {
  it('an article written to a file reads back the same', () => {
    expect(articleSchema.parse(parse(articleToYaml(article)))).toEqual(article);
  });

  it('what is there already in the same words is left alone', async () => {
    expect([...(await importArticles(repository, [article], 'content')).values()]).toEqual(['unchanged']);
  });

  it('import publishes over what is stored, and the earlier version stays in the history', async () => {
    const changed = { ...article, title: 'Tiêu đề đã sửa' };
    const outcomes = await importArticles(repository, [changed], 'bien-tap');
    expect(outcomes.get('mot-bai')).toBe('updated');
    expect((await repository.bySlug('mot-bai'))?.published?.article.title).toBe('Tiêu đề đã sửa');
    expect((await repository.history('mot-bai')).map((version) => version.article.title)).toContain(
      article.title,
    );
  });

  it('export writes every published article to a file of its slug', async () => {
    expect(await exportArticles(repository, folder)).toBe(1);
    const written: unknown = parse(await readFile(path.join(folder, 'content/mot-bai.yaml'), 'utf8'));
    expect(articleSchema.parse(written)).toEqual(article);
  });
});
