import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createZaloTokenStore } from '../../../adapters/mongo/zalo-token-store.ts';
import type { StoredTokens, TokenStore } from '../../../adapters/token-store.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

let now = Date.UTC(2026, 10, 22);
const tokens = (version: number): StoredTokens => ({
  accessToken: `access-${version}`,
  refreshToken: `refresh-${version}`,
  accessExpiresAt: new Date(now + 1000),
  refreshedAt: new Date(now),
  state: 'live',
  grant: 'g',
  version,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const stores: readonly (readonly [string, (oaId: string) => TokenStore])[] = [
  [
    'the database',
    (oaId) =>
      createZaloTokenStore(database.db, createFieldCipher(Buffer.alloc(32, 7)), oaId, () => new Date(now)),
  ],
  ['the store of the tests', () => new MemoryTokenStore(() => now)],
];

describe.each(stores)('tokens in %s', (_name, create) => {
  it('begin with nothing and come back as they were stored', async () => {
    const store = create('oa-1');
    expect(await store.read()).toBeNull();
    expect(await store.compareAndSet(null, tokens(1))).toBe(true);
    expect(await store.read()).toEqual(tokens(1));
  });

  it('are replaced only by one who has seen the latest', async () => {
    const store = create('oa-2');
    await store.compareAndSet(null, tokens(1));
    expect(await store.compareAndSet(null, tokens(5))).toBe(false);
    const tries = await Promise.all([2, 2, 2].map((version) => store.compareAndSet(1, tokens(version))));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await store.compareAndSet(1, tokens(9))).toBe(false);
    expect(await store.read()).toEqual(tokens(2));
  });

  it('are refreshed by one holder at a time, until it gives up or its time is over', async () => {
    const store = create('oa-3');
    const grabs = await Promise.all(['a', 'b', 'c'].map((holder) => store.acquireLease(holder, 1000)));
    expect(grabs.filter(Boolean)).toHaveLength(1);
    const winner = ['a', 'b', 'c'][grabs.indexOf(true)]!;
    await store.releaseLease('nobody');
    expect(await store.acquireLease('d', 1000)).toBe(false);
    expect(await store.acquireLease(winner, 1000)).toBe(true);
    await store.releaseLease(winner);
    expect(await store.acquireLease('d', 1000)).toBe(true);
    now += 1001;
    expect(await store.acquireLease('e', 1000)).toBe(true);
  });
});

it('tokens cannot be read in the database', async () => {
  const store = createZaloTokenStore(
    database.db,
    createFieldCipher(randomBytes(32)),
    'oa-9',
    () => new Date(now),
  );
  await store.compareAndSet(null, tokens(1));
  const raw = await database.db.collection('channel-tokens').find().toArray();
  expect(raw.length).toBeGreaterThan(0);
  expect(JSON.stringify(raw)).not.toContain('refresh-1');
});
