import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLivePage } from './live-page.ts';
import type { LivePage } from './live-page.ts';
import { openPhoneWorld } from './phone-world.ts';
import type { PhoneWorld } from './phone-world.ts';

let world: PhoneWorld;
let page: LivePage;
beforeEach(async () => {
  world = await openPhoneWorld();
  page = await openLivePage(world.pageUrl);
});
afterEach(async () => {
  page.close();
  await world.close();
});

describe('an open page hears at once', () => {
  it('what a resident wrote, and that the bot has it', async () => {
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    const message = await page.next('message');
    expect(message).toMatchObject({ app: 'zalo', residentId: 'r1', message: { text: 'alo', state: 'sent' } });
    expect(await page.next('state')).toMatchObject({ app: 'zalo', state: 'received' });
  });

  it('what the account answers, after the sign that it is typing', async () => {
    await world.call('POST', 'messenger/r1/text', { text: 'alo' });
    await world.settled();
    const userId = world.lastWriter('messenger');
    await page.next('message');
    await world.botActs(userId, 'typing_on');
    expect(await page.next('typing')).toMatchObject({ app: 'messenger', residentId: 'r1', on: true });
    await world.botSays('messenger', userId, { text: 'Chào bạn' });
    expect(await page.next('typing')).toMatchObject({ on: false });
    expect(await page.next('message')).toMatchObject({ message: { from: 'account', text: 'Chào bạn' } });
  });

  it('each raw call, with its answer', async () => {
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    expect(await page.next('wire')).toMatchObject({
      entry: { app: 'zalo', direction: 'webhook', title: 'user_send_text', status: 200 },
    });
    await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chào' });
    const calls = [await page.next('wire'), await page.next('wire'), await page.next('wire')];
    const api = calls.find((event) => JSON.stringify(event).includes('"direction":"api"'));
    expect(api).toMatchObject({
      entry: { title: 'POST /v3.0/oa/message/cs', status: 200, answer: expect.stringContaining('"error":0') },
    });
  });

  it('a second page of the same person hears the same', async () => {
    const second = await openLivePage(world.pageUrl);
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    expect(await second.next('message')).toEqual(await page.next('message'));
    second.close();
  });

  it('the end of the program: the line is closed, not left hanging', async () => {
    const other = await openPhoneWorld();
    const open = await openLivePage(other.pageUrl);
    await other.close();
    await expect(open.ended).resolves.toBeUndefined();
  });
});

describe('faults, switched on the page', () => {
  it('one app gets the fault, the other does not', async () => {
    const changed = await world.call('PATCH', 'faults/zalo', { rateLimited: true });
    expect(changed).toMatchObject({
      status: 200,
      json: { zalo: { settings: { rateLimited: true } }, messenger: { settings: { rateLimited: false } } },
    });
    expect(await page.next('faults')).toMatchObject({ zalo: { settings: { rateLimited: true } } });
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    expect(await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chào' })).toBe(-32);
    await world.call('DELETE', 'faults');
    expect(await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chào' })).toBe(0);
  });

  it.each([{ rateLimited: 'yes' }, { delayMs: -1 }, { share: 2 }, { sendError: 'abc' }, { nonsense: 1 }])(
    '%j is refused with a sentence',
    async (patch) => {
      expect(await world.call('PATCH', 'faults/messenger', patch)).toEqual({
        status: 400,
        json: { error: 'Sự cố này không có, hoặc giá trị không đúng.' },
      });
    },
  );

  it('a webhook is delivered twice when the page says so', async () => {
    await world.call('PATCH', 'faults/zalo', { duplicate: true });
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    expect(world.webhooks).toHaveLength(2);
    expect(world.webhooks[0]).toEqual(world.webhooks[1]);
  });

  it('the clock goes forward for both platforms: windows to answer close, tokens end', async () => {
    for (const app of ['zalo', 'messenger']) await world.call('POST', `${app}/r1/text`, { text: 'alo' });
    await world.settled();
    const writers = { zalo: world.lastWriter('zalo'), messenger: world.lastWriter('messenger') };
    const answers = async () => [
      await world.botSays('zalo', writers.zalo, { text: 'Chào' }),
      await world.botSays('messenger', writers.messenger, { text: 'Chào' }),
    ];
    expect(await answers()).toEqual([0, 200]);
    expect(await world.call('POST', 'clock', { hours: 26 })).toMatchObject({
      json: { clock: { offsetMs: 26 * 3_600_000 } },
    });
    expect(await answers()).toEqual([-220, 400]);
    await world.call('DELETE', 'clock');
    expect(await answers()).toEqual([0, 200]);
    expect((await world.call('POST', 'clock', { hours: 99_999 })).status).toBe(400);
  });

  it('the bot’s token ends when the page says so', async () => {
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    expect((await world.call('POST', 'token/zalo/expire')).status).toBe(200);
    expect(await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chào' })).toBe(-220);
  });

  it('a Facebook Page has no token that ends and no consent that is taken back', async () => {
    expect((await world.call('POST', 'token/messenger/expire')).status).toBe(409);
    expect((await world.call('POST', 'token/zalo/revoke')).status).toBe(200);
    expect((await world.call('POST', 'token/messenger/revoke')).status).toBe(409);
  });

  it('staff writing past the bot is an echo with their id', async () => {
    await world.call('POST', 'zalo/r1/staff', { text: 'Chào bác, tôi là trực ban' });
    await world.settled();
    expect(world.webhooks.at(-1)?.body).toContain('"admin_id"');
    expect((await world.messages('zalo')).at(-1)).toMatchObject({ from: 'account' });
  });
});
