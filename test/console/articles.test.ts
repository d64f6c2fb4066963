import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formOf } from '../../console/article-form.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

const SLUG = 'bao-tin-an-danh';

describe('articles', () => {
  let server: ConsoleServer;
  let editor: Visitor;
  let login: string;
  beforeAll(async () => {
    server = await startConsole();
    const signed = await signedIn(server, 'editor');
    editor = signed.visitor;
    login = signed.member.login;
  });
  afterAll(() => server.close());

  const stored = async (slug = SLUG) => (await server.deps.articles.bySlug(slug))!;
  const newest = async (slug = SLUG) => {
    const { draft, published } = await stored(slug);
    return (draft ?? published)!;
  };
  const formNow = async (slug = SLUG) => {
    const { article, version } = await newest(slug);
    return { ...formOf(article), basedOn: String(version) };
  };

  it('editors begin at the articles', async () => {
    expect((await editor.get('/console')).location).toBe('/console/bai-viet');
  });

  it('the list shows group and review, and is searched without diacritics', async () => {
    const all = await editor.get('/console/bai-viet');
    expect(all.text).toContain('3 bài');
    expect(all.text).toContain('Rà soát trước');
    const found = await editor.get(`/console/bai-viet?tim=${encodeURIComponent('GIAU TEN')}`);
    expect(found.text).toContain(SLUG);
    expect(found.text).toContain('1 bài');
    expect((await editor.get('/console/bai-viet?nhom=tre-em')).text).toContain('Không có bài nào khớp');
  });

  it('an article whose review is due says so', async () => {
    const form = { ...(await formNow('kenh-that-cua-cong-an')), reviewBy: '2026-01-01', act: 'draft' };
    await editor.post('/console/bai-viet/kenh-that-cua-cong-an', form);
    const list = await editor.get('/console/bai-viet');
    expect(list.text).toContain('Quá hạn rà soát');
    expect(list.text).toContain('Có bản nháp');
  });

  it('a draft is kept and residents do not see it', async () => {
    const before = (await stored()).published;
    const answer = await editor.post(`/console/bai-viet/${SLUG}`, {
      ...(await formNow()),
      title: 'Tên mới của bài',
      act: 'draft',
    });
    expect(answer.location).toBe(`/console/bai-viet/${SLUG}?xong=draft`);
    const now = await stored();
    expect(now.published).toEqual(before);
    expect(now.draft).toMatchObject({ savedBy: login, article: { title: 'Tên mới của bài' } });
    expect(server.published.count).toBe(0);
    expect((await editor.get(answer.location!)).text).toContain('Đã lưu nháp');
  });

  it('publishing makes it what residents see and tells the bot at once', async () => {
    const count = server.published.count;
    const answer = await editor.post(`/console/bai-viet/${SLUG}`, {
      ...(await formNow()),
      title: 'Tên đã xuất bản',
      act: 'publish',
    });
    expect(answer.location).toBe(`/console/bai-viet/${SLUG}?xong=published`);
    const now = await stored();
    expect([now.published?.article.title, now.draft]).toEqual(['Tên đã xuất bản', null]);
    expect(server.published.count).toBe(count + 1);
    const acts = await server.deps.audit.ofSubject(`article:${SLUG}`, 2);
    expect(acts.map(({ action }) => action)).toEqual(['article-published', 'article-saved']);
  });

  it('somebody else saved meanwhile: everything typed is still there, and saving again is a choice', async () => {
    const mine = {
      ...(await formNow()),
      title: 'Bản của tôi',
      trick: 'Một thủ đoạn tôi vừa viết rất lâu.',
      act: 'draft',
    };
    await editor.post(`/console/bai-viet/${SLUG}`, {
      ...(await formNow()),
      title: 'Bản của người khác',
      act: 'publish',
    });
    const answer = await editor.post(`/console/bai-viet/${SLUG}`, mine);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Có người vừa sửa trước bạn');
    expect(answer.text).toContain('Bản của tôi');
    expect(answer.text).toContain('Một thủ đoạn tôi vừa viết rất lâu.');
    expect((await newest()).article.title).toBe('Bản của người khác');
    const basedOn = /name="basedOn" value="(\d+)"/.exec(answer.text)?.[1] ?? '';
    expect((await editor.post(`/console/bai-viet/${SLUG}`, { ...mine, basedOn })).status).toBe(303);
    expect((await newest()).article.title).toBe('Bản của tôi');
  });

  it('what is wrong is named at its field and nothing is stored', async () => {
    const before = await stored();
    const answer = await editor.post(`/console/bai-viet/${SLUG}`, {
      ...(await formNow()),
      phrasings: 'chỉ một',
      title: 'Tôi đã gõ',
      act: 'publish',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('ít nhất 6 cách hỏi');
    expect(answer.text).toContain('Tôi đã gõ');
    expect(await stored()).toEqual(before);
  });

  it('an article with a fact that nobody confirmed can be drafted, not published', async () => {
    const form = {
      ...(await formNow()),
      shortAnswer: 'Hãy gọi ngay {{hotline:so-la}} và làm theo hướng dẫn nhé.',
    };
    const count = server.published.count;
    const refused = await editor.post(`/console/bai-viet/${SLUG}`, { ...form, act: 'publish' });
    expect([refused.status, refused.text.includes('{{hotline:so-la}} không có trong bảng')]).toEqual([
      422,
      true,
    ]);
    expect((await editor.post(`/console/bai-viet/${SLUG}`, { ...form, act: 'draft' })).status).toBe(303);
    expect((await editor.get(`/console/bai-viet/${SLUG}`)).text).toContain('Cần sửa trước khi xuất bản');
    expect(server.published.count).toBe(count);
  });

  it('a new article is written, once for each slug', async () => {
    const form = {
      ...(await formNow('sos-vua-chuyen-tien')),
      slug: 'bai-hoan-toan-moi',
      basedOn: '',
      act: 'publish',
    };
    expect((await editor.get('/console/bai-viet-moi')).text).toContain('Bài mới');
    const answer = await editor.post('/console/bai-viet-moi', form);
    expect(answer.location).toBe('/console/bai-viet/bai-hoan-toan-moi?xong=published');
    expect((await stored('bai-hoan-toan-moi')).published).not.toBeNull();
    const again = await editor.post('/console/bai-viet-moi', { ...form, title: 'Vẫn còn chữ của tôi' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Đã có bài với mã này');
    expect(again.text).toContain('Vẫn còn chữ của tôi');
  });

  it('the slug of an article that exists cannot be changed by the form', async () => {
    const form = { ...(await formNow('sos-vua-chuyen-tien')), slug: 'ten-khac', act: 'draft' };
    await editor.post('/console/bai-viet/sos-vua-chuyen-tien', form);
    expect(await server.deps.articles.bySlug('ten-khac')).toBeNull();
  });

  it('every version stays readable', async () => {
    const { text } = await editor.get(`/console/bai-viet/${SLUG}/lich-su`);
    expect(text).toContain('Bản 1');
    expect(text).toContain('đi cùng chương trình');
    expect(text).toContain('Bản của người khác');
  });

  it('the preview shows what residents would read, with the numbers filled in', async () => {
    const form = await formNow('sos-vua-chuyen-tien');
    const piece = await editor.post('/console/bai-viet-xem-truoc', form, {
      headers: { 'HX-Request': 'true' },
    });
    expect(piece.text).toContain('Người dân sẽ thấy');
    expect(piece.text).not.toContain('<html');
    expect(piece.text).not.toContain('{{hotline');
    const wrong = await editor.post('/console/bai-viet-xem-truoc', { ...form, steps: '' });
    expect(wrong.text).toContain('<html');
    expect(wrong.text).toContain('Cần 2–12 bước');
  });

  it('a question is tried with what is being written, and nothing is stored', async () => {
    const before = await stored();
    const form = { ...(await formNow('sos-vua-chuyen-tien')), question: 'toi vua chuyen tien' };
    const piece = await editor.post('/console/bai-viet-thu', form, { headers: { 'HX-Request': 'true' } });
    expect(piece.text).toContain('Trả lời bằng bài viết');
    expect(piece.text).toContain('92%');
    expect(piece.text).toContain('Kết quả tính cả nội dung đang sửa');
    expect(server.tried.at(-1)).toEqual({ question: 'toi vua chuyen tien', draft: 'sos-vua-chuyen-tien' });
    await editor.post('/console/bai-viet-thu', { ...form, title: '' });
    expect(server.tried.at(-1)).toEqual({ question: 'toi vua chuyen tien', draft: null });
    expect((await editor.get('/console/hoi-thu?q=an+danh')).text).toContain('Được. Bạn có quyền');
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['no act', { basedOn: '1' }],
    ['an unknown act', { basedOn: '1', act: 'delete' }],
    ['a version that is none', { basedOn: 'NaN', act: 'draft' }],
    ['a field twice', { basedOn: '1', act: 'draft', title: ['a', 'b'] }],
    ['a field beyond measure', { basedOn: '1', act: 'draft', steps: 'x'.repeat(200_000) }],
  ])('%s is answered clearly', async (_name, fields) => {
    const before = await stored();
    const answer = await editor.post(`/console/bai-viet/${SLUG}`, fields);
    expect([answer.status, answer.text.includes('Biểu mẫu thiếu hoặc sai')]).toEqual([400, true]);
    expect(await stored()).toEqual(before);
  });

  it('a form beyond a megabyte is refused', async () => {
    const answer = await editor.post(`/console/bai-viet/${SLUG}`, {
      act: 'draft',
      basedOn: '1',
      steps: 'x'.repeat(1_100_000),
    });
    expect([answer.status, answer.text.includes('Nội dung quá lớn')]).toEqual([413, true]);
  });

  it('an article that does not exist is not there', async () => {
    expect((await editor.get('/console/bai-viet/khong-co')).status).toBe(404);
    expect((await editor.get('/console/bai-viet/khong-co/lich-su')).status).toBe(404);
  });

  it('early in the morning it is the day that the editor has, not that of Greenwich', async () => {
    // half past six on 23 November in Vietnam
    server.later(Date.parse('2026-11-22T23:30:00Z') - server.clock.now.getTime());
    const { visitor: early } = await signedIn(server, 'editor');
    const { text } = await early.get('/console/bai-viet-moi');
    expect(
      [...text.matchAll(/type="date"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*type="date"/g)].map(
        ([, one, other]) => one ?? other,
      ),
    ).toEqual(['2026-11-23', '2027-05-22']);
    const due = { ...(await formNow('sos-vua-chuyen-tien')), reviewBy: '2026-11-22', act: 'draft' };
    await early.post('/console/bai-viet/sos-vua-chuyen-tien', due);
    const list = await early.get('/console/bai-viet?tim=sos-vua-chuyen-tien');
    expect(list.text).toContain('Quá hạn rà soát');
  });
});
