import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { articleFormSchema, formOf, publishingFaults, readArticle } from '../../console/article-form.ts';
import type { ArticleForm } from '../../console/article-form.ts';
import type { Article } from '../../knowledge/article.ts';
import { loadContent } from '../../knowledge/load-content.ts';

const { articles, facts } = loadContent(fileURLToPath(new URL('../../knowledge', import.meta.url)));
const [first] = articles;
const article = first!;

/** The form as a browser sends it. */
const sent = (form: ArticleForm): ArticleForm =>
  articleFormSchema.parse(
    Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.replaceAll('\n', '\r\n')])),
  );

describe('an article’s form', () => {
  it.each(articles.map((one) => [one.slug, one] as const))('%s comes back as it was', (_slug, one) => {
    expect(readArticle(sent(formOf(one)))).toEqual({ ok: true, article: one });
  });

  it.each(articles.map((one) => [one.slug, one] as const))('%s may be published', (_slug, one) => {
    expect(publishingFaults(one, facts)).toEqual([]);
  });

  it.each<[Partial<ArticleForm>, string[]]>([
    [{ title: 'abc' }, ['title']],
    [{ slug: 'Có Dấu' }, ['slug']],
    [{ group: 'khong-co' }, ['group']],
    [{ shortAnswer: 'ngắn' }, ['shortAnswer']],
    [{ steps: 'một bước' }, ['steps']],
    [{ signs: 'x\n'.repeat(9) }, ['signs']],
    [{ trick: 'ngắn' }, ['trick']],
    [{ legalBasis: '| chỉ ghi chú' }, ['legalBasis']],
    [{ sources: 'không có ngày' }, ['sources']],
    [{ sources: 'Báo | 31/02/2026' }, ['sources']],
    [{ sources: '' }, ['sources']],
    [{ reviewedAt: '22/11' }, ['reviewedAt']],
    [{ related: 'Không phải mã' }, ['related']],
    [{ action1: '', action2: '', action3: '', action4: '' }, ['nextActions']],
    [{ action1: 'delete everything' }, ['nextActions']],
    [{ action1: 'report C77' }, ['nextActions']],
    [{ phrasings: 'một\nhai\nba' }, ['phrasings']],
    [{ title: '', steps: '' }, ['title', 'steps']],
  ])('%j is wrong at %j', (change, fields) => {
    const read = readArticle({ ...formOf(article), ...change });
    expect(read.ok ? [] : Object.keys(read.faults)).toEqual(fields);
  });

  it('a source’s date may be written as people write it', () => {
    const read = readArticle({
      ...formOf(article),
      sources: 'Báo A | phần 2 | 5/1/2026\nBáo B | 2026-02-03',
    });
    expect(read.ok && read.article.sources).toEqual([
      { title: 'Báo A | phần 2', date: '2026-01-05' },
      { title: 'Báo B', date: '2026-02-03' },
    ]);
  });

  it('a phrasing given twice is kept once', () => {
    const read = readArticle({ ...formOf(article), phrasings: 'aaa\nbbb\nccc\nddd\neee\nfff\naaa' });
    expect(read.ok && read.article.phrasings).toHaveLength(6);
  });

  it.each<[Partial<Article>, string]>([
    [
      { shortAnswer: 'Gọi {{hotline:khong-co}} ngay, và làm theo hướng dẫn của cán bộ trực.' },
      '{{hotline:khong-co}}',
    ],
    [{ shortAnswer: 'Câu trả lời quá dài. '.repeat(40) }, 'tối đa 600'],
    [{ steps: ['Bước một', 'Gọi {{so dien thoai}}'] }, '{{so dien thoai}}'],
    [{ legalBasis: [{ law: 'luat-khong-co', note: '' }] }, 'luat-khong-co'],
    [{ nextActions: [{ kind: 'call', hotline: 'so-la' }] }, 'so-la'],
  ])('%j is not published', (change, text) => {
    expect(publishingFaults({ ...article, ...change }, facts).join('\n')).toContain(text);
  });
});
