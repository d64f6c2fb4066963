import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ZaloPkce } from '../../../adapters/zalo/index.ts';
import { MemoryTokenStore } from '../../adapters/zalo/memory-token-store.ts';
import { OA_ID } from '../../adapters/zalo/zalo-wire.ts';
import { openZaloWorld, RESIDENT } from './zalo-world.ts';
import type { ZaloWorld } from './zalo-world.ts';

const CALLBACK = 'https://console.example.vn/console/zalo/callback';
let world: ZaloWorld;
beforeEach(async () => {
  world = await openZaloWorld();
  world.sandbox.sendText(RESIDENT, 'Xin chào');
  await world.sandbox.deliveries.settled();
});
afterEach(() => world.close());

/** The administrator agrees; the query with which Zalo sends them back. */
async function agree({ url }: { readonly url: string }): Promise<Record<string, string>> {
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location') ?? '';
  expect(location.startsWith(CALLBACK)).toBe(true);
  return Object.fromEntries(new URL(location).searchParams);
}

describe.each<ZaloPkce>(['per-request', 'none', { verifier: 'v'.repeat(43) }])(
  'a new consent of the account, PKCE: %j',
  (pkce) => {
    it('repairs a lost grant', async () => {
      const channel = world.secondChannel({ pkce });
      world.sandbox.tokens.revoke();
      expect(await world.say('Một')).toEqual([{ kind: 'channel-down', code: 'needs-consent' }]);
      const begun = channel.consent.begin(CALLBACK);
      expect(await channel.consent.finish(begun, await agree(begun))).toEqual({ ok: true });
      expect(await channel.tokens.state()).toBe('live');
      expect(await world.say('Hai')).toMatchObject([{ kind: 'sent' }]);
    });

    it('counts from the first start on, before anything else was stored', async () => {
      const channel = world.secondChannel({ pkce, tokenStore: new MemoryTokenStore() });
      const begun = channel.consent.begin(CALLBACK);
      expect(await channel.consent.finish(begun, await agree(begun))).toEqual({ ok: true });
      const answer = await channel.tokens.current();
      expect(answer).not.toEqual({ kind: 'ready', accessToken: 'access-0' });
      expect(answer.kind).toBe('ready');
    });

    it('works once', async () => {
      const { consent } = world.secondChannel({ pkce });
      const begun = consent.begin(CALLBACK);
      const query = await agree(begun);
      expect(await consent.finish(begun, query)).toEqual({ ok: true });
      expect(await consent.finish(begun, query)).toEqual({ ok: false, reason: 'refused' });
    });
  },
);

describe('a consent is refused', () => {
  it('with the state of another one', async () => {
    const { consent } = world.channel;
    const query = await agree(consent.begin(CALLBACK));
    expect(await consent.finish(consent.begin(CALLBACK), query)).toEqual({
      ok: false,
      reason: 'wrong-state',
    });
  });

  it('with the verifier of another one', async () => {
    const { consent } = world.channel;
    const begun = consent.begin(CALLBACK);
    const query = await agree(begun);
    const other = { ...begun, verifier: consent.begin(CALLBACK).verifier };
    expect(await consent.finish(other, query)).toEqual({ ok: false, reason: 'refused' });
  });

  it.each([
    [{ oa_id: '1', code: 'c' }, 'wrong-account'],
    [{ code: 'c' }, 'wrong-account'],
    [{ oa_id: OA_ID }, 'no-code'],
    [{ oa_id: OA_ID, code: ['a', 'b'] }, 'no-code'],
    [{ oa_id: OA_ID, code: 'made up' }, 'refused'],
  ])('with the query %j as %s', async (query, reason) => {
    const { consent } = world.channel;
    expect(await consent.finish(consent.begin(CALLBACK), query)).toEqual({ ok: false, reason });
  });

  it('when Zalo does not answer', async () => {
    const { consent } = world.channel;
    const begun = consent.begin(CALLBACK);
    const query = await agree(begun);
    world.sandbox.faults.change({ tokenTrouble: 'broken' });
    expect(await consent.finish(begun, query)).toEqual({ ok: false, reason: 'unreachable' });
  });
});
