import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPhoneWorld } from './phone-world.ts';
import type { PhoneWorld } from './phone-world.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const photo = '?name=bi%C3%AAn%20lai.png&type=image/png';
const apps = ['zalo', 'messenger'] as const;

let world: PhoneWorld;
beforeEach(async () => {
  world = await openPhoneWorld();
});
afterEach(() => world.close());

describe('what a resident does on the phone', () => {
  it.each(apps)('typed words reach the bot from %s and are shown as received', async (app) => {
    const answer = await world.call('POST', `${app}/r1/text`, { text: '  Có người xưng công an gọi  ' });
    await world.settled();
    expect(answer.status).toBe(200);
    // Messenger escapes what is not ASCII: compared as JSON.
    expect(JSON.stringify(JSON.parse(world.webhooks[0]!.body))).toContain('Có người xưng công an gọi');
    expect(await world.messages(app)).toMatchObject([
      { from: 'resident', text: 'Có người xưng công an gọi', state: 'received' },
    ]);
  });

  it.each(apps)('words are shown as not received while the bot refuses them, on %s', async (app) => {
    world.webhookStatus = 503;
    await world.call('POST', `${app}/r1/text`, { text: 'alo' });
    await world.settled();
    expect((await world.messages(app))[0]?.state).toBe('failed');
    expect(await world.call('GET', 'faults')).toMatchObject({ json: { [app]: { webhookOn: false } } });
  });

  it('the first tap opens the chat on both apps, and a follow is told to the bot', async () => {
    await world.call('POST', 'zalo/r1/open', { how: 'follow' });
    await world.call('POST', 'zalo/r1/open', { how: 'start' });
    await world.call('POST', 'messenger/r1/open', { how: 'start' });
    await world.settled();
    const all = world.webhooks.map(({ body }) => body).join('\n');
    expect(all).toContain('"event_name":"follow"');
    expect(all).toContain('"event_name":"user_click_chatnow"');
    expect(all).toContain('"payload":"get-started"');
  });

  it('a tapped button of Zalo carries what the bot put in it and does not show in the chat', async () => {
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    const buttons = [{ title: 'Báo cáo', type: 'oa.query.hide', payload: 'pb:report' }];
    const attachment = { type: 'template', payload: { buttons } };
    expect(await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chọn', attachment })).toBe(0);
    const shown = (await world.messages('zalo')).at(-1)!;
    expect(shown.buttons).toMatchObject([{ title: 'Báo cáo', kind: 'action', target: null }]);
    const tap = await world.call('POST', 'zalo/r1/tap', { messageId: shown.id, index: 0 });
    await world.settled();
    expect(tap.status).toBe(200);
    expect(world.webhooks.map(({ body }) => body).join('\n')).toContain('"text":"pb:report"');
    expect(await world.messages('zalo')).toHaveLength(2);
  });

  it('a quick reply of Messenger answers once and is gone', async () => {
    await world.call('POST', 'messenger/r1/text', { text: 'alo' });
    await world.settled();
    const reply = { content_type: 'text', title: 'Đúng', payload: 'yes' };
    await world.botSays('messenger', world.lastWriter('messenger'), {
      text: 'Đúng?',
      quick_replies: [reply],
    });
    const asked = (await world.messages('messenger')).at(-1)!;
    const tap = { messageId: asked.id, index: asked.quickReplies[0]!.index };
    expect((await world.call('POST', 'messenger/r1/tap', tap)).status).toBe(200);
    expect((await world.call('POST', 'messenger/r1/tap', tap)).json.error).toBe(
      'Nút này không còn dùng được.',
    );
    const shown = await world.messages('messenger');
    expect(shown.at(-1)).toMatchObject({ from: 'resident', text: 'Đúng' });
    expect(shown.every(({ quickReplies }) => quickReplies.length === 0)).toBe(true);
  });

  it.each(apps)('a photo goes to the bot from %s with an address that gives the same bytes', async (app) => {
    expect((await world.upload(`${app}/r1/file${photo}`, PNG)).status).toBe(200);
    await world.settled();
    const { media } = (await world.messages(app))[0]!;
    expect(media).toMatchObject({ kind: 'image', name: 'biên lai.png', sizeBytes: PNG.length });
    expect(world.webhooks[0]?.body).toContain(media!.url);
    const fetched = Buffer.from(await (await fetch(media!.url)).arrayBuffer());
    expect(fetched.equals(PNG)).toBe(true);
  });

  it.each([
    ['audio/mp4', 'audio'],
    ['video/mp4', 'video'],
    ['application/pdf', 'file'],
    ['not a type', 'file'],
  ])('a file of type %s is sent as %s', async (type, kind) => {
    const path = `zalo/r1/file?${new URLSearchParams({ name: 'tệp', type }).toString()}`;
    expect((await world.upload(path, PNG)).status).toBe(200);
    expect((await world.messages('zalo'))[0]?.media?.kind).toBe(kind);
  });

  it('a place, a business card and a sticker go out on Zalo', async () => {
    await world.call('POST', 'zalo/r1/location', { name: 'UBND xã', latitude: 21.02, longitude: 105.85 });
    await world.call('POST', 'zalo/r1/contact', { name: 'Nguyễn Văn Mẫu', phone: '0900 000 000' });
    await world.call('POST', 'zalo/r1/sticker', { sticker: 'worry' });
    await world.settled();
    expect(await world.messages('zalo')).toMatchObject([
      { location: { name: 'UBND xã', latitude: 21.02 } },
      { contact: { phone: '0900 000 000' } },
      { media: { kind: 'sticker', name: 'worry' } },
    ]);
    expect(world.webhooks).toHaveLength(3);
  });

  it.each([
    ['location', { name: 'UBND xã', latitude: 21, longitude: 105 }],
    ['contact', { name: 'Nguyễn Văn Mẫu', phone: '0900000000' }],
  ])('Messenger has no %s to send', async (act, body) => {
    const answer = await world.call('POST', `messenger/r1/${act}`, body);
    expect(answer).toMatchObject({ status: 409, json: { error: expect.stringContaining('Messenger') } });
  });

  it('a look at the chat tells the platform that the account was read', async () => {
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chào bạn' });
    await world.call('POST', 'zalo/r1/look', {});
    await world.settled();
    expect(world.webhooks.map(({ body }) => body).join()).toContain('user_seen_message');
  });

  it('the menu of a Page answers like a button; an item that is not there does not', async () => {
    const items = [{ type: 'postback', title: 'Gửi tin phản ánh', payload: 'menu:report' }];
    await world.setPageProfile({ persistent_menu: [{ locale: 'default', call_to_actions: items }] });
    expect(await world.call('GET', 'state')).toMatchObject({
      json: {
        accounts: { messenger: { menu: [{ title: 'Gửi tin phản ánh', url: null }] }, zalo: { menu: [] } },
      },
    });
    expect((await world.call('POST', 'messenger/r1/menu', { index: 0 })).status).toBe(200);
    await world.settled();
    expect(world.webhooks[0]?.body).toContain('"payload":"menu:report"');
    expect((await world.call('POST', 'messenger/r1/menu', { index: 1 })).status).toBe(409);
    expect((await world.call('POST', 'zalo/r1/menu', { index: 0 })).status).toBe(409);
  });

  it('a new resident is somebody else to both platforms', async () => {
    const added = await world.call('POST', 'residents');
    expect(added).toMatchObject({ status: 201, json: { id: 'r2', name: 'Người dân 2' } });
    await world.call('POST', 'zalo/r1/text', { text: 'một' });
    await world.settled();
    const first = world.lastWriter('zalo');
    await world.call('POST', 'zalo/r2/text', { text: 'hai' });
    await world.settled();
    expect(world.lastWriter('zalo')).not.toBe(first);
    expect((await world.messages('zalo', 'r2')).map(({ text }) => text)).toEqual(['hai']);
  });
});

describe('what the page may not send', () => {
  const place = { name: 'x', latitude: 1, longitude: 1 };
  it.each([
    ['no words', 'zalo/r1/text', { text: '   ' }, 400, 'Tin nhắn chưa có chữ nào.'],
    ['too many words', 'zalo/r1/text', { text: 'a'.repeat(20_001) }, 400, 'Tin nhắn dài quá 20.000 ký tự.'],
    ['words that are a number', 'zalo/r1/text', { text: 5 }, 400, 'Dữ liệu gửi lên không đúng dạng.'],
    ['a field that nobody asked for', 'zalo/r1/text', { text: 'a', id: 1 }, 400, 'Dữ liệu gửi lên không đúng dạng.'],
    ['broken JSON', 'zalo/r1/text', '{"text":', 400, 'Dữ liệu gửi lên không đọc được (không phải JSON).'],
    ['a place off the globe', 'zalo/r1/location', { ...place, latitude: 91 }, 400, 'Vĩ độ phải từ -90 đến 90.'],
    ['letters as a number', 'zalo/r1/contact', { name: 'x', phone: 'abc' }, 400, 'Số điện thoại chỉ gồm 3 đến 20 chữ số.'],
    ['a tap on nothing', 'messenger/r1/tap', { messageId: 'm', index: 0 }, 409, 'Nút này không còn dùng được.'],
    ['somebody unknown', 'zalo/r9/text', { text: 'a' }, 404, 'Không tìm thấy người dân này. Tải lại trang rồi thử lại.'],
    ['another app', 'viber/r1/text', { text: 'a' }, 404, 'Không có địa chỉ này.'],
    ['another act', 'zalo/r1/dance', {}, 404, 'Không có địa chỉ này.'],
    ['a body beyond all bounds', 'zalo/r1/text', { text: 'a'.repeat(300_000) }, 413, 'Nội dung gửi lên quá lớn. Tệp được tối đa 25 MB.'],
  ])('%s', async (_what, path, body, status, error) => {
    expect(await world.call('POST', path, body)).toEqual({ status, json: { error } });
    expect(world.webhooks).toEqual([]);
  }); // prettier-ignore

  it('a file over 25 MB is refused and nothing of it is kept', async () => {
    const answer = await world.upload(`zalo/r1/file${photo}`, Buffer.alloc(25 * 1024 * 1024 + 1));
    expect(answer).toEqual({
      status: 413,
      json: { error: 'Nội dung gửi lên quá lớn. Tệp được tối đa 25 MB.' },
    });
    expect(await world.messages('zalo')).toEqual([]);
  });

  it('an empty file and a file without a name are refused', async () => {
    expect((await world.upload(`zalo/r1/file${photo}`, Buffer.alloc(0))).json.error).toBe(
      'Tệp không có nội dung.',
    );
    expect((await world.upload('zalo/r1/file?name=', PNG)).status).toBe(400);
  });

  it('another site cannot write through the visitor’s browser', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await world.call('POST', 'zalo/r1/text', { text: 'a' }, headers)).status).toBe(403);
    expect(await world.messages('zalo')).toEqual([]);
  });
});

describe('the page itself', () => {
  it('runs no script and loads no picture but its own', async () => {
    const response = await fetch(world.pageUrl);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|style="/u);
  });
});
