import { afterEach, describe, expect, it } from '@jest/globals';
import { createZaloTokens } from '../../../adapters/zalo/tokens.ts';
import type { ZaloTokenOptions, ZaloTokens } from '../../../adapters/zalo/tokens.ts';
import { startPlatformStandIn } from '../../contracts/platform-stand-in.ts';
import type { PlatformStandIn } from '../../contracts/platform-stand-in.ts';
import { openZaloWorld, RESIDENT } from '../../sandbox/zalo/zalo-world.ts';
import type { ZaloWorld } from '../../sandbox/zalo/zalo-world.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

const HOUR_MS = 3_600_000;

let world: ZaloWorld | undefined;
let standIn: PlatformStandIn | undefined;
afterEach(async () => {
  await world?.close();
  await standIn?.close();
  world = undefined;
  standIn = undefined;
});

/** A world in which the resident has written, so that sending is allowed. */
async function open(store = new MemoryTokenStore()): Promise<ZaloWorld> {
  world = await openZaloWorld({}, { tokenStore: store });
  world.sandbox.sendText(RESIDENT, 'Xin chào');
  await world.sandbox.deliveries.settled();
  return world;
}

describe('the tokens of Zalo', () => {
  it('are used as configured until half their life is over, then refreshed before a message is sent', async () => {
    const store = new MemoryTokenStore();
    const { say, sandbox } = await open(store);
    expect(await say('Một')).toMatchObject([{ kind: 'sent' }]);
    expect(sandbox.tokens.counts.refreshes).toBe(0);
    sandbox.clock.advance(14 * HOUR_MS);
    expect(await say('Hai')).toMatchObject([{ kind: 'sent' }]);
    expect(await say('Ba')).toMatchObject([{ kind: 'sent' }]);
    expect(sandbox.tokens.counts.refreshes).toBe(1);
    expect(store.stored).toMatchObject({ state: 'live', version: 2 });
    expect(store.stored?.accessToken).not.toBe('access-0');
  });

  it('are refreshed when Zalo says that they have ended, and the message goes out all the same', async () => {
    const { say, sandbox } = await open();
    sandbox.tokens.expireAccess();
    expect(await say('Một')).toMatchObject([{ kind: 'sent' }]);
    expect(sandbox.tokens.counts.refreshes).toBe(1);
  });

  it('are refreshed once by many messages at the same time', async () => {
    const { say, sandbox } = await open();
    sandbox.tokens.expireAccess();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => say('Một')));
    expect(outcomes.flat().map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'sent'));
    expect(sandbox.tokens.counts).toEqual({ refreshes: 1, rejected: 0 });
  });

  it('are refreshed once by two processes at the same time', async () => {
    const { channel, secondChannel, sandbox, say } = await open();
    await say('Một');
    const other = secondChannel();
    sandbox.tokens.expireAccess();
    const [a, b] = await Promise.all([channel.tokens.after('access-0'), other.tokens.after('access-0')]);
    expect(a).toEqual(b);
    expect(a.kind).toBe('ready');
    expect(sandbox.tokens.counts).toEqual({ refreshes: 1, rejected: 0 });
  });

  it('are read once for the messages of a second, then again: another process may have replaced them', async () => {
    const store = new MemoryTokenStore();
    const { sandbox, channel } = await open(store);
    const nameNow = async () => {
      const answer = await channel.tokens.current();
      return answer.kind === 'ready' ? answer.accessToken : answer.kind;
    };
    expect(await nameNow()).toBe('access-0');
    if (store.stored === null) throw new Error('Nothing is stored');
    store.stored = { ...store.stored, accessToken: 'access-elsewhere' };
    expect(await nameNow()).toBe('access-0');
    sandbox.clock.advance(1_000);
    expect(await nameNow()).toBe('access-elsewhere');
  });

  it('that were replaced elsewhere and are refused are read at once', async () => {
    const store = new MemoryTokenStore();
    const { channel } = await open(store);
    await channel.tokens.current();
    if (store.stored === null) throw new Error('Nothing is stored');
    store.stored = { ...store.stored, accessToken: 'access-elsewhere' };
    const elsewhere = { kind: 'ready', accessToken: 'access-elsewhere' };
    expect(await channel.tokens.after('access-0')).toEqual(elsewhere);
    expect(await channel.tokens.current()).toEqual(elsewhere);
  });

  it('are read again first: another process may have refreshed them', async () => {
    const { channel, secondChannel, sandbox } = await open();
    await channel.tokens.after('access-0');
    const answer = await secondChannel().tokens.after('access-0');
    expect(answer.kind).toBe('ready');
    expect(sandbox.tokens.counts.refreshes).toBe(1);
  });

  it('whose grant is gone need a new consent, which is said and not tried again', async () => {
    const { say, sandbox, channel } = await open();
    await say('Một');
    sandbox.tokens.revoke();
    expect(await say('Hai')).toEqual([{ kind: 'channel-down', code: 'needs-consent' }]);
    expect(await channel.tokens.state()).toBe('needs-consent');
    const { rejected } = sandbox.tokens.counts;
    expect(await say('Ba')).toEqual([{ kind: 'channel-down', code: 'needs-consent' }]);
    expect(sandbox.tokens.counts.rejected).toBe(rejected);
  });

  it('are replaced when the operator configures a new grant', async () => {
    const store = new MemoryTokenStore();
    const { say, sandbox, secondChannel, channel } = await open(store);
    sandbox.tokens.revoke();
    await say('Một');
    expect(await channel.tokens.state()).toBe('needs-consent');
    const renewed = secondChannel({ grant: { refreshToken: 'refresh-new', accessToken: 'access-new' } });
    expect(await renewed.tokens.state()).toBe('live');
    expect(await renewed.tokens.current()).toEqual({ kind: 'ready', accessToken: 'access-new' });
  });

  it('are refreshed at once when only a refresh token is configured', async () => {
    const { secondChannel, sandbox } = await open();
    const tokenStore = new MemoryTokenStore();
    const channel = secondChannel({ tokenStore, grant: { refreshToken: 'refresh-0', accessToken: null } });
    expect((await channel.tokens.current()).kind).toBe('ready');
    expect(sandbox.tokens.counts.refreshes).toBe(1);
  });

  it.each(['broken', 'busy'] as const)(
    'survive a %s refresh: the living token is used on',
    async (trouble) => {
      const { say, sandbox } = await open();
      await say('Một');
      sandbox.faults.change({ tokenTrouble: trouble });
      sandbox.clock.advance(14 * HOUR_MS);
      expect(await say('Hai')).toMatchObject([{ kind: 'sent' }]);
      sandbox.faults.reset();
      sandbox.clock.advance(5 * 60_000);
      expect(await say('Ba')).toMatchObject([{ kind: 'sent' }]);
      expect(sandbox.tokens.counts).toEqual({ refreshes: 1, rejected: 0 });
    },
  );

  it('whose refresh was lost on the way back need a new consent: the token was spent', async () => {
    const { say, sandbox } = await open();
    sandbox.tokens.expireAccess();
    sandbox.faults.change({ tokenTrouble: 'lost-answer' });
    expect((await say('Một'))[0]?.kind).toBe('retry');
    sandbox.faults.reset();
    expect(await say('Hai')).toEqual([{ kind: 'channel-down', code: 'needs-consent' }]);
  });

  it('that have ended wait while the refresh is in trouble', async () => {
    const { say, sandbox } = await open();
    sandbox.tokens.expireAccess();
    sandbox.faults.change({ tokenTrouble: 'busy' });
    expect(await say('Một')).toMatchObject([{ kind: 'retry', code: 'oauth-http-503' }]);
    sandbox.faults.reset();
    expect(await say('Hai')).toMatchObject([{ kind: 'sent' }]);
  });
});

describe('an answer of Zalo’s OAuth', () => {
  let now = Date.UTC(2026, 10, 22);
  async function tokensWith(answer: unknown, change: Partial<ZaloTokenOptions> = {}): Promise<ZaloTokens> {
    standIn = await startPlatformStandIn();
    standIn.answer = { status: 200, body: JSON.stringify(answer) };
    return createZaloTokens({
      store: new MemoryTokenStore(() => now),
      oauthUrl: standIn.url,
      appId: 'app',
      appSecret: 'secret',
      grant: { refreshToken: 'refresh-0', accessToken: 'access-0' },
      clock: () => new Date(now),
      ...change,
    });
  }

  it('is asked for with the secret in a header and the token in the body', async () => {
    const tokens = await tokensWith({ access_token: 'a1', refresh_token: 'r1', expires_in: '90000' });
    expect(await tokens.after('access-0')).toEqual({ kind: 'ready', accessToken: 'a1' });
    expect(standIn?.calls).toHaveLength(1);
    expect(standIn?.calls[0]).toMatchObject({
      method: 'POST',
      path: '/v4/oa/access_token',
      body: 'refresh_token=refresh-0&app_id=app&grant_type=refresh_token',
    });
    expect(standIn?.calls[0]?.headers).toMatchObject({ secret_key: 'secret' });
    now += 1;
  });

  it.each([
    [{ error: -14_014, error_name: 'Invalid refresh token' }, 'needs-consent'],
    [{ error: -118, error_name: 'x' }, 'needs-consent'],
    [{ error_name: 'Invalid refresh token', error_reason: '' }, 'needs-consent'],
    [{ error_name: 'invalid_grant' }, 'needs-consent'],
    [{ error: -14_002, error_name: 'Invalid app' }, 'wait'],
    [{ access_token: 'a1' }, 'wait'],
    [{ access_token: '', refresh_token: '', expires_in: '90000' }, 'wait'],
    [{}, 'wait'],
    ['text', 'wait'],
  ])('%j with HTTP 200 means %s', async (answer, kind) => {
    const store = new MemoryTokenStore(() => now);
    const tokens = await tokensWith(answer, { store });
    expect((await tokens.after('access-0')).kind).toBe(kind);
    expect(store.stored?.refreshToken).toBe('refresh-0');
  });

  it('that never comes is asked for once more with the same token, and the lease outlasts both', async () => {
    const store = new MemoryTokenStore(() => now);
    const timeoutMs = 1_000;
    const tokens = await tokensWith({}, { store, timeoutMs });
    let others: Promise<boolean> | undefined;
    standIn!.answer = () => {
      if (standIn?.calls.length === 2) {
        // what both requests may take at most
        now += 2 * timeoutMs;
        others = store.acquireLease('another process', timeoutMs);
      }
      return 'hang';
    };
    expect(await tokens.after('access-0')).toMatchObject({ kind: 'wait', code: 'timeout' });
    expect(standIn?.calls.map(({ body }) => body)).toEqual([
      'refresh_token=refresh-0&app_id=app&grant_type=refresh_token',
      'refresh_token=refresh-0&app_id=app&grant_type=refresh_token',
    ]);
    expect(await others).toBe(false);
  });
});
