import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMessengerWorld } from '../messenger/messenger-world.ts';
import { openZaloWorld } from '../zalo/zalo-world.ts';
import type { ListeningApp } from './listening-app.ts';
import type { Faults } from '../../../sandbox/platform/faults.ts';
import type { Deliveries } from '../../../sandbox/platform/deliveries.ts';

const RESIDENT = '246845883529197922';

interface World {
  readonly http: ListeningApp;
  readonly sandbox: {
    readonly faults: Faults;
    readonly deliveries: Omit<Deliveries, 'post' | 'close'>;
    sendText(userId: string, text: string): string;
  };
  close(): Promise<void>;
}

/** The webhook starts to answer as soon as this many calls have come. */
async function untilCalls(world: World, count: number): Promise<void> {
  const end = Date.now() + 10_000;
  while (world.http.calls.length < count) {
    if (Date.now() > end) throw new Error(`Only ${world.http.calls.length} of ${count} webhook calls came`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.each([
  ['Zalo', openZaloWorld, 6],
  ['Messenger', openMessengerWorld, 5],
] as const)('webhooks of %s', (name, open, attempts) => {
  let world: World;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => world.close());

  const keys = () => world.http.events.map(({ key }) => key);
  const bodies = () => world.http.calls.map(({ body }) => body.toString());

  it('come again with the same body until they are taken', async () => {
    world.http.webhookStatus = 503;
    world.sandbox.sendText(RESIDENT, 'Một');
    await untilCalls(world, 3);
    world.http.webhookStatus = 200;
    await world.sandbox.deliveries.settled();
    expect(new Set(bodies()).size).toBe(1);
    expect(world.http.events).toHaveLength(1);
    expect(world.sandbox.deliveries.isOn()).toBe(true);
    if (name === 'Zalo') {
      expect(world.http.calls.slice(0, 3).map(({ headers }) => headers['num_retry'])).toEqual([
        undefined,
        '1',
        '2',
      ]);
    }
  });

  it.each([
    [404, {}],
    [302, {}],
    [500, {}],
    [0, { webhookTimeoutMs: 800 }],
  ])('are not taken with HTTP %d, and end after the ladder', async (status, waiting) => {
    await world.close();
    world = await open(waiting);
    world.http.webhookStatus = status;
    world.sandbox.sendText(RESIDENT, 'Một');
    await world.sandbox.deliveries.settled();
    expect(world.http.calls).toHaveLength(attempts);
    expect(world.sandbox.deliveries.isOn()).toBe(false);
    world.http.webhookStatus = 200;
    world.sandbox.sendText(RESIDENT, 'Hai');
    await world.sandbox.deliveries.settled();
    expect(world.http.events).toEqual([]);
    world.sandbox.deliveries.switchOn();
    world.sandbox.sendText(RESIDENT, 'Ba');
    await world.sandbox.deliveries.settled();
    expect(world.http.events).toHaveLength(1);
  });

  it('come twice when told to, with the same key', async () => {
    world.sandbox.faults.change({ duplicate: true });
    world.sandbox.sendText(RESIDENT, 'Một');
    await world.sandbox.deliveries.settled();
    expect(keys()).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
  });

  it('overtake each other when told to, and keep their times', async () => {
    world.sandbox.faults.change({ reorder: true });
    const ids = ['Một', 'Hai', 'Ba'].map((text) => world.sandbox.sendText(RESIDENT, text));
    await world.sandbox.deliveries.settled();
    const order = world.http.events.map(({ key }) => ids.findIndex((id) => key.endsWith(id)));
    expect(order).toEqual([1, 0, 2]);
    const [second, first] = world.http.events.map(({ occurredAt }) => occurredAt.getTime());
    expect(first).toBeLessThanOrEqual(second ?? 0);
  });

  it('arrive by the second attempt when the first is lost', async () => {
    world.sandbox.faults.change({ loseFirstAttempt: true });
    world.sandbox.sendText(RESIDENT, 'Một');
    await world.sandbox.deliveries.settled();
    expect(world.http.calls).toHaveLength(1);
    expect(world.sandbox.deliveries.counts).toMatchObject({ accepted: 1, failedAttempts: 1 });
  });

  it('wait as long as they are told to', async () => {
    world.sandbox.faults.change({ delayMs: 120 });
    const begin = performance.now();
    world.sandbox.sendText(RESIDENT, 'Một');
    await world.sandbox.deliveries.settled();
    expect(performance.now() - begin).toBeGreaterThanOrEqual(115);
    expect(world.http.events).toHaveLength(1);
  });
});

describe('the faults', () => {
  it('refuse what they do not know and keep what they were', async () => {
    const world = await openZaloWorld({ random: () => 0.5 });
    const { faults } = world.sandbox;
    expect(faults.change({ sendError: '-32' })).toBe(true);
    for (const wrong of [{ sendError: 'x' }, { share: 2 }, { delayMs: -1 }, { nonsense: true }, null, 'x']) {
      expect(faults.change(wrong)).toBe(false);
    }
    expect(faults.read()).toMatchObject({ sendError: '-32', share: 1 });
    faults.change({ share: 0.4 });
    expect(faults.draw().sendError).toBeNull();
    faults.change({ share: 0.6 });
    expect(faults.draw().sendError).toBe('-32');
    faults.reset();
    expect(faults.draw().sendError).toBeNull();
    await world.close();
  });
});
