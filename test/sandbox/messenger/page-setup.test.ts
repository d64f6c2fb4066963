import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import { SUBSCRIBED_FIELDS } from '../../../adapters/messenger/profile.ts';
import { APP_ID, messengerOptions } from '../../adapters/messenger/messenger-wire.ts';
import { deadUrl, startPlatformStandIn } from '../../contracts/platform-stand-in.ts';
import { openMessengerWorld, RESIDENT } from './messenger-world.ts';
import type { MessengerWorld } from './messenger-world.ts';

let world: MessengerWorld;
beforeEach(async () => {
  world = await openMessengerWorld();
});
afterEach(() => world.close());

const face = {
  greeting: 'Trợ lý tự động của Công an xã Mẫu',
  questions: [{ question: 'Tôi bị lừa, phải làm gì?', action: 'menu:sos' }],
  menu: [
    { title: 'Báo tin', action: 'menu:report' },
    { title: 'Tra cứu hồ sơ', url: 'https://example.vn/tra-cuu' },
  ],
};

describe('the face of a Page', () => {
  it('is set and read back', async () => {
    expect(await world.channel.page.setFace(face)).toEqual({ ok: true });
    expect(await world.channel.page.readFace()).toMatchObject({
      get_started: { payload: 'get-started' },
      greeting: [{ locale: 'default', text: face.greeting }],
      persistent_menu: [{ call_to_actions: [{ title: 'Báo tin' }, { title: 'Tra cứu hồ sơ' }] }],
      ice_breakers: [{ call_to_actions: [{ question: 'Tôi bị lừa, phải làm gì?', payload: 'menu:sos' }] }],
    });
  });

  it('loses its questions when there are none any more', async () => {
    await world.channel.page.setFace(face);
    expect(await world.channel.page.setFace({ ...face, questions: [] })).toEqual({ ok: true });
    expect(await world.channel.page.readFace()).not.toHaveProperty('ice_breakers');
  });

  it('has a menu whose items bring back their action', async () => {
    await world.channel.page.setFace(face);
    expect(world.sandbox.tapMenu(RESIDENT, 0)).not.toBeNull();
    expect(world.sandbox.tapMenu(RESIDENT, 1)).toBeNull();
    await world.sandbox.deliveries.settled();
    expect(world.http.events.map(({ payload }) => world.channel.toActivity(payload))).toMatchObject([
      { text: 'Báo tin', value: { action: 'menu:report' } },
    ]);
  });

  it.each([
    ['a greeting that is too long', { greeting: 'x'.repeat(161) }],
    ['five questions', { questions: Array.from({ length: 5 }, () => ({ question: 'x', action: 'y' })) }],
    ['21 items', { menu: Array.from({ length: 21 }, () => ({ title: 'x', action: 'y' })) }],
  ])('%s is refused', async (_what, change) => {
    expect(await world.channel.page.setFace({ ...face, ...change })).toEqual({ ok: false, code: '100' });
  });
});

describe('the subscriptions of the app', () => {
  it('are everything that this product reads', async () => {
    expect(await world.channel.page.subscribe()).toEqual({ ok: true });
    expect(await world.channel.page.subscriptions()).toEqual([...SUBSCRIBED_FIELDS]);
  });

  it('are our own, whatever another app on the Page hears', async () => {
    const standIn = await startPlatformStandIn();
    const subscribed_fields = [...SUBSCRIBED_FIELDS];
    const ours = { id: APP_ID, subscribed_fields: ['messages'] };
    standIn.answer = {
      status: 200,
      body: JSON.stringify({ data: [{ id: '1', subscribed_fields }, ours] }),
    };
    const { page } = createMessengerChannel(messengerOptions({ graphUrl: standIn.url, appId: APP_ID }));
    expect(await page.subscriptions()).toEqual(['messages']);
    await standIn.close();
  });

  it('are unknown when Meta cannot be reached', async () => {
    const { page } = createMessengerChannel(messengerOptions({ graphUrl: await deadUrl() }));
    expect(await page.subscriptions()).toBeNull();
    expect(await page.readFace()).toBeNull();
    expect(await page.subscribe()).toEqual({ ok: false, code: 'ECONNREFUSED' });
  });
});
