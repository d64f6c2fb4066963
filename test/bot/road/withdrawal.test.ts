import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDutyAlertReader } from '../../../adapters/mongo/duty-alert-repository.ts';
import { createReportReader } from '../../../adapters/mongo/report-repository.ts';
import { turnInput } from '../../../dialogs/turn-input.ts';
import { alertOfCard } from '../../../reports/duty-alert.ts';
import { reportOf } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { createTestRoad, said, testCipher, type TestRoad } from '../../support/road.ts';
import { until } from '../../support/until.ts';

describe('a resident who withdraws consent', () => {
  let database: TestDatabase;
  let road: TestRoad;
  const keys: string[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
    road = await createTestRoad(database, async (context) => {
      const { residentKey } = turnInput(context);
      keys.push(residentKey);
      await road.storage.write({
        [`zalo/conversations/${residentKey}/`]: { told: 'nó bảo tôi chuyển tiền' },
      });
      await context.sendActivity('trợ lý');
    });
    await road.road.start();
  });
  afterAll(async () => {
    await road.road.stop();
    await database.close();
  });

  it('has the conversation erased and warnings stopped; the report stays, with the wish in its thread once', async () => {
    const { toy, receive, collections } = road;
    await receive(said('u1', 'chào'));
    await until('the answer', () => toy.sent.length === 1);
    const reporter = {
      anonymous: false,
      name: 'Lan',
      phone: null,
      address: { channel: 'zalo', accountId: 'account', userId: 'u1' },
      key: keys[0] ?? '',
    } as const;
    const report = reportOf({ reporter });
    const { reporter: who, id } = report;
    const alert = alertOfCard(
      { id, now: new Date(), address: who.address, residentKey: who.key },
      'sos-vua-chuyen-tien',
    );
    await road.road.transact((work) => {
      work.reports.add(report);
      work.alerts.raise(alert, 'tôi vừa chuyển tiền cho nó');
      return Promise.resolve();
    });
    expect((await collections.conversations.findOne({}))?.sealed ?? null).not.toBeNull();
    // leaving and withdrawing come one after the other
    await receive(said('u1', '', { kind: 'withdrawal' }), said('u1', '', { kind: 'withdrawal' }));
    await until(
      'both to be worked',
      async () => (await collections.inbox.countDocuments({ kind: 'withdrawal', status: 'done' })) === 2,
    );
    expect((await collections.conversations.findOne({}))?.sealed ?? null).toBeNull();
    const kept = await createReportReader(database.db, testCipher).byId(report.id);
    expect(kept?.answers).toEqual(report.answers);
    expect(kept?.status).toBe(report.status);
    expect(kept?.messages.map(({ from, text }) => [from, /rút đồng ý/.test(text)])).toEqual([
      ['resident', true],
    ]);
    const alerts = await createDutyAlertReader(database.db, testCipher).ofResident(who.key, 5);
    expect(alerts).toMatchObject([{ slug: 'sos-vua-chuyen-tien', words: null }]);
    const audit = await database.db.collection('audit').find({ action: 'warnings-stopped' }).toArray();
    expect(audit.length).toBeGreaterThan(0);
    expect(toy.sent).toHaveLength(1);
  });
});
