import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ZaloChannel } from '../../../adapters/zalo/index.ts';
import { createChannelStates } from '../../../bot/road/channel-states.ts';
import { roadCollections } from '../../../bot/road/documents.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestRoad, said } from '../../support/road.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-22T08:00:00Z');

type Options = Parameters<typeof createChannelStates>[0];
type Zalo = Options['zalo'];

describe('What the console says of a channel', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const zaloWith = (
    state: 'live' | 'needs-consent',
    quota: ReturnType<ZaloChannel['quota']> = null,
  ): Zalo => ({ tokens: { state: () => Promise.resolve(state) }, quota: () => quota });
  const statesOf = async (
    zalo: Zalo,
    {
      now = NOW,
      note = null,
      messenger = null,
    }: {
      readonly now?: Date;
      readonly note?: string | null;
      readonly messenger?: Options['messenger'];
    } = {},
  ) => {
    const states = createChannelStates({
      configured: new Set(messenger === null ? ['zalo'] : ['zalo', 'messenger']),
      sandboxed: new Set(),
      zalo,
      messenger,
      inbox: roadCollections(database.db).inbox,
      clock: () => now,
      noteOf: (channel) => (channel === 'zalo' ? note : null),
    });
    return new Map((await states.list()).map(({ channel, ...state }) => [channel, state]));
  };

  it('one that is not set up, and one that works', async () => {
    const states = await statesOf(zaloWith('live'));
    expect(states.get('messenger')).toEqual({ state: 'not-configured', note: null });
    expect(states.get('zalo')).toEqual({ state: 'working', note: null });
  });

  it('one whose consent is lost', async () => {
    const zalo = (await statesOf(zaloWith('needs-consent'))).get('zalo');
    expect(zalo?.state).toBe('needs-consent');
    expect(zalo?.note).toMatch(/cần cấp lại quyền/);
  });

  it('what the watchdog noticed', async () => {
    const note = 'Không nhận được tin nào đã 14 giờ.';
    expect((await statesOf(zaloWith('live'), { note })).get('zalo')?.note).toBe(note);
  });

  it.each([
    [0, 'Zalo chỉ còn 0/500 tin trong hạn mức.'],
    [50, 'Zalo chỉ còn 50/500 tin trong hạn mức.'],
    [51, null],
  ])('with %d of 500 messages left: %s', async (remaining, note) => {
    const zalo = zaloWith('live', { type: 'sub_quota', remaining, total: 500 });
    expect((await statesOf(zalo)).get('zalo')?.note).toBe(note);
  });

  it('a Page that Facebook keeps from sending, and when it is tried again', async () => {
    const noteWith = async (pause: { code: string; until: Date } | null) =>
      (await statesOf(zaloWith('live'), { messenger: { pause: () => pause } })).get('messenger')?.note;
    expect(await noteWith({ code: '368', until: new Date('2026-11-22T09:00:00Z') })).toMatch(
      /tạm chặn Trang gửi tin \(mã 368\).*16:00/u,
    );
    expect(await noteWith(null)).toBeNull();
  });

  it('what the platform said against us, for three days', async () => {
    const { road } = await createTestRoad(database, () => Promise.resolve(), { now: () => NOW });
    await road.inbox.store('zalo', [said('', '', { kind: 'alarm', name: 'permission_revoked', from: null })]);
    const noteAt = async (now: Date) => (await statesOf(zaloWith('live'), { now })).get('zalo')?.note;
    expect(await noteAt(NOW)).toMatch(/quyền của ứng dụng đã bị thu hồi \(permission_revoked\)/);
    expect(await noteAt(new Date(NOW.getTime() + 3 * DAY_MS + 1))).toBeNull();
  });
});
