import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

const SLUG = 'bao-tin-an-danh';

describe('questions without an answer', () => {
  let server: ConsoleServer;
  let editor: Visitor;
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: editor } = await signedIn(server, 'editor'));
  });
  afterAll(() => server.close());

  async function miss(question: string): Promise<string> {
    await server.deps.missedQuestions.add({
      question,
      offered: [SLUG],
      at: server.clock.now,
      kbVersion: 'x',
    });
    const open = await server.deps.missedQuestions.listOpen(100);
    return open.find((one) => one.question === question)!.id;
  }
  const isOpen = async (id: string) =>
    (await server.deps.missedQuestions.listOpen(100)).some((one) => one.id === id);
  const phrasings = async () => (await server.deps.articles.bySlug(SLUG))?.published?.article.phrasings ?? [];

  it('one click makes it a phrasing of an article, published at once', async () => {
    const id = await miss('bao lén công an có được không');
    expect((await editor.get('/console/cau-hoi')).text).toContain('bao lén công an có được không');
    const answer = await editor.post(`/console/cau-hoi/${id}`, {
      act: 'add',
      slug: SLUG,
      phrasing: 'bao lén công an có được không',
    });
    expect(answer.location).toBe('/console/cau-hoi?xong=added');
    expect(await phrasings()).toContain('bao lén công an có được không');
    expect(server.published.count).toBe(1);
    expect(await isOpen(id)).toBe(false);
  });

  it('somebody’s draft is not published with it', async () => {
    const before = await server.deps.articles.bySlug(SLUG);
    const draft = { ...before!.published!.article, title: 'Bản nháp dang dở' };
    await server.deps.articles.saveDraft(draft, before!.published!.version, 'other');
    const id = await miss('câu hỏi khi có nháp');
    const answer = await editor.post(`/console/cau-hoi/${id}`, {
      act: 'add',
      slug: SLUG,
      phrasing: 'câu hỏi khi có nháp',
    });
    expect(answer.location).toBe('/console/cau-hoi?xong=drafted');
    const now = await server.deps.articles.bySlug(SLUG);
    expect(now?.published?.article.title).not.toBe('Bản nháp dang dở');
    expect(now?.draft?.article.phrasings).toContain('câu hỏi khi có nháp');
  });

  it('it may be set aside', async () => {
    const id = await miss('asdf');
    expect((await editor.post(`/console/cau-hoi/${id}`, { act: 'dismiss' })).location).toBe(
      '/console/cau-hoi?xong=dismissed',
    );
    expect(await isOpen(id)).toBe(false);
    expect((await editor.post(`/console/cau-hoi/${id}`, { act: 'dismiss' })).text).toContain(
      'đã có người xử lý',
    );
  });

  it('the same words asked again stand together, most asked first, and are settled at once', async () => {
    const once = await miss('hỏi một lần thôi');
    const ids = [await miss('Hỏi nhiều lần?'), await miss('hỏi  nhiều lần'), await miss('hoi nhieu lan')];
    const { text } = await editor.get('/console/cau-hoi');
    expect(text).toContain('2 lần hỏi');
    expect(text.indexOf('hỏi  nhiều lần')).toBeLessThan(text.indexOf('hỏi một lần thôi'));
    await editor.post(`/console/cau-hoi/${ids[0]!}`, { act: 'dismiss' });
    expect(await Promise.all([once, ...ids].map(isOpen))).toEqual([true, false, false, true]);
  });

  it.each([
    [{ act: 'add', slug: 'khong-co', phrasing: 'một câu hỏi' }, 422, 'Không có bài với mã này'],
    [{ act: 'add', slug: SLUG, phrasing: 'a' }, 422, '3–200 ký tự'],
    [{ act: 'add', slug: SLUG, phrasing: 'dài '.repeat(100) }, 422, '3–200 ký tự'],
    [{ act: 'add', slug: [SLUG, 'x'], phrasing: 'hai bài' }, 400, 'Biểu mẫu thiếu hoặc sai'],
    [{}, 400, 'Biểu mẫu thiếu hoặc sai'],
  ])('%j changes nothing', async (fields, status, text) => {
    const id = await miss('vẫn còn đó');
    const before = await phrasings();
    const answer = await editor.post(`/console/cau-hoi/${id}`, fields);
    expect([answer.status, answer.text.includes(text)]).toEqual([status, true]);
    expect([await isOpen(id), await phrasings()]).toEqual([true, before]);
  });
});
