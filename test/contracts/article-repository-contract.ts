import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Article } from '../../knowledge/article.ts';
import type { ArticleRepository } from '../../knowledge/article-repository.ts';

export interface ArticleRepositoryUnderTest {
  readonly repository: ArticleRepository;
  close(): Promise<void>;
}

const articleOf = (slug: string, title = 'Nhận cuộc gọi mạo danh công an'): Article => ({
  slug,
  group: 'lua-dao',
  title,
  shortAnswer: 'Công an không làm việc qua điện thoại và không yêu cầu chuyển tiền. Hãy cúp máy.',
  steps: ['Cúp máy', 'Báo Công an xã'],
  signs: [],
  trick: null,
  legalBasis: [],
  sources: [{ title: 'Công an xã', date: '2026-11-22' }],
  reviewedAt: '2026-11-22',
  reviewBy: '2027-05-22',
  related: [],
  nextActions: [{ kind: 'human' }],
  phrasings: ['một', 'hai hai', 'ba ba ba', 'bốn bốn', 'năm năm', 'sáu sáu'],
});

/** What every place where articles live keeps. */
export function articleRepositoryContract(
  name: string,
  open: () => Promise<ArticleRepositoryUnderTest>,
): void {
  describe(`articles (${name})`, () => {
    let opened: ArticleRepositoryUnderTest;
    let articles: ArticleRepository;
    beforeAll(async () => {
      opened = await open();
      articles = opened.repository;
    });
    afterAll(() => opened.close());

    const versionOf = async (outcome: ReturnType<ArticleRepository['saveDraft']>): Promise<number> => {
      const saved = await outcome;
      if (!saved.ok) throw new Error(`Not saved: ${saved.reason}`);
      return saved.version;
    };

    it('the first load publishes what is not there yet, and leaves what staff changed', async () => {
      expect(await articles.loadFirst([articleOf('b-first'), articleOf('a-first')])).toBe(2);
      const draft = await versionOf(articles.saveDraft(articleOf('a-first', 'Do cán bộ sửa lại'), 1, 'binh'));
      await versionOf(articles.publish('a-first', draft, 'binh'));
      expect(
        await articles.loadFirst([articleOf('a-first'), articleOf('b-first'), articleOf('c-first')]),
      ).toBe(1);
      expect((await articles.bySlug('a-first'))?.published?.article.title).toBe('Do cán bộ sửa lại');
      expect(await articles.loadFirst([articleOf('a-first')])).toBe(0);
    });

    it('knows the slugs of all it has, drafts as well', async () => {
      await articles.saveDraft(articleOf('only-drafted'), null, 'editor');
      expect(await articles.slugs()).toContain('only-drafted');
      expect(await articles.slugs()).toContain('a-first');
    });

    it('two programs that load at once leave each article once', async () => {
      const loaded = await Promise.all([
        articles.loadFirst([articleOf('twice')]),
        articles.loadFirst([articleOf('twice')]),
      ]);
      expect([...loaded].sort()).toEqual([0, 1]);
      expect(await articles.history('twice')).toHaveLength(1);
    });

    it('residents see what is published, in the order of the slugs, and no draft', async () => {
      await versionOf(articles.saveDraft(articleOf('draft-only'), null, 'binh'));
      const slugs = (await articles.list()).map(({ slug }) => slug);
      expect(slugs).toEqual(expect.arrayContaining(['a-first', 'b-first']));
      expect(slugs).not.toContain('draft-only');
      expect(slugs).toEqual([...slugs].sort());
      expect((await articles.listStored()).map(({ slug }) => slug)).toContain('draft-only');
    });

    it('a draft stands beside what is published until it is published itself', async () => {
      await articles.loadFirst([articleOf('edited')]);
      const draft = await versionOf(articles.saveDraft(articleOf('edited', 'Tiêu đề mới'), 1, 'binh'));
      const before = await articles.bySlug('edited');
      expect([before?.published?.article.title, before?.draft?.article.title]).toEqual([
        articleOf('x').title,
        'Tiêu đề mới',
      ]);
      await versionOf(articles.publish('edited', draft, 'lan'));
      const after = await articles.bySlug('edited');
      expect(after?.published).toMatchObject({
        status: 'published',
        savedBy: 'lan',
        article: { title: 'Tiêu đề mới' },
      });
      expect(after?.draft).toBeNull();
    });

    it('of two editors who started from the same version the second is told', async () => {
      await articles.loadFirst([articleOf('raced')]);
      await versionOf(articles.saveDraft(articleOf('raced', 'Bản của Bình'), 1, 'binh'));
      expect(await articles.saveDraft(articleOf('raced', 'Bản của Lan'), 1, 'lan')).toEqual({
        ok: false,
        reason: 'changed_meanwhile',
      });
      expect((await articles.bySlug('raced'))?.draft?.article.title).toBe('Bản của Bình');
    });

    it('a new slug that is taken is told', async () => {
      await articles.loadFirst([articleOf('taken')]);
      expect(await articles.saveDraft(articleOf('taken'), null, 'binh')).toEqual({
        ok: false,
        reason: 'changed_meanwhile',
      });
    });

    it('only the very draft that was seen is published', async () => {
      await articles.loadFirst([articleOf('checked')]);
      const first = await versionOf(articles.saveDraft(articleOf('checked', 'Bản một'), 1, 'binh'));
      await versionOf(articles.saveDraft(articleOf('checked', 'Bản hai'), first, 'binh'));
      expect(await articles.publish('checked', first, 'lan')).toEqual({ ok: false, reason: 'not_found' });
      expect(await articles.publish('nowhere', 1, 'lan')).toEqual({ ok: false, reason: 'not_found' });
    });

    it('history keeps every version, newest first, each number once', async () => {
      await articles.loadFirst([articleOf('old')]);
      const draft = await versionOf(articles.saveDraft(articleOf('old', 'Bản hai'), 1, 'binh'));
      await versionOf(articles.publish('old', draft, 'lan'));
      const history = await articles.history('old');
      const numbers = history.map(({ version }) => version);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => other - one));
      expect(history.map(({ savedBy }) => savedBy)).toEqual(['lan', 'binh', 'content']);
      expect(await articles.history('nowhere')).toEqual([]);
    });

    it('the revision changes with a publication and with nothing else', async () => {
      await articles.loadFirst([articleOf('stamped')]);
      const before = await articles.revision();
      const draft = await versionOf(articles.saveDraft(articleOf('stamped', 'Bản hai'), 1, 'binh'));
      expect(await articles.revision()).toBe(before);
      await versionOf(articles.publish('stamped', draft, 'binh'));
      expect(await articles.revision()).not.toBe(before);
    });

    it('what is not there is null', async () => {
      expect(await articles.bySlug('nowhere')).toBeNull();
    });
  });
}
