import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDutyAlertWriter, createDutyCalls } from '../../../adapters/mongo/duty-alert-repository.ts';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createUnitOfWork } from '../../../adapters/mongo/unit-of-work.ts';
import { alertOfCard } from '../../../reports/duty-alert.ts';
import type { DutyCalls } from '../../../reports/duty-ports.ts';
import { NOW } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

const cipher = createFieldCipher(randomBytes(32));
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('alerts to be told by other means', () => {
  let database: TestDatabase;
  let calls: DutyCalls;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
    calls = createDutyCalls(database.db, cipher);
  });
  afterAll(() => database.close());

  const raise = async (id: string, slug: string, now = NOW): Promise<void> => {
    const unit = createUnitOfWork(database.client, database.db);
    const address = { channel: 'zalo', accountId: 'oa', userId: 'u' } as const;
    createDutyAlertWriter(unit, cipher).raise(
      alertOfCard({ id, now, address, residentKey: 'r' }, slug),
      null,
    );
    await unit.commit();
  };

  it('are given out one by one, the most urgent first, each to one program', async () => {
    await raise('a-1', 'sos-vua-chuyen-tien');
    await raise('a-2', 'sos-bat-coc-online');
    const first = await calls.claim(NOW, later(1));
    const second = await calls.claim(NOW, later(1));
    expect([first?.alert.id, second?.alert.id]).toEqual(['a-2', 'a-1']);
    expect(first).toMatchObject({ attempts: 1, alert: { urgency: 'P0', address: { userId: 'u' } } });
    expect(await calls.claim(NOW, later(1))).toBeNull();
  });

  it('come again when whoever had them did not finish, and not once they were told', async () => {
    expect(await calls.claim(later(2), later(3))).toMatchObject({ attempts: 2, alert: { id: 'a-2' } });
    await calls.told('a-2', later(2));
    expect(await calls.claim(later(4), later(5))).toMatchObject({ alert: { id: 'a-1' } });
    await calls.postpone('a-1', later(10));
    expect(await calls.claim(later(9), later(11))).toBeNull();
    expect(await calls.claim(later(10), later(11))).toMatchObject({ attempts: 3, alert: { id: 'a-1' } });
  });

  it('are left to the console after a day', async () => {
    await raise('a-3', 'sos-vua-chuyen-tien', later(20));
    expect(await calls.claim(later(20 + 24 * 60 + 1), later(9_999))).toBeNull();
  });
});
