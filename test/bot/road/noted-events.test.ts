import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { createReportReader } from '../../../adapters/mongo/report-repository.ts';
import type { InboundEvent, SendOutcome } from '../../../adapters/channel.ts';
import type { Report } from '../../../reports/report.ts';
import { writeToResident } from '../../../reports/write-to-resident.ts';
import { nextId, OFFICER, reportOf } from '../../reports/report-builder.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestRoad, said, testCipher, type TestRoad } from '../../support/road.ts';
import { createToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';

const repeat = async (context: TurnContext): Promise<void> => {
  await context.sendActivity(`nghe: ${context.activity.text}`);
};
const unknown: SendOutcome = { kind: 'unknown', code: 'timeout' };
const address = { channel: 'zalo', accountId: 'account', userId: 'u1' } as const;

describe('What comes back from the platform', () => {
  let database: TestDatabase;
  let roads: TestRoad[];

  const open = async (toy = createToyChannel()) => {
    const road = await createTestRoad(database, repeat, { toy });
    roads.push(road);
    await road.road.start();
    return road;
  };
  const comesBack = (road: TestRoad, event: Partial<InboundEvent>) =>
    road.road.noted('zalo', { ok: true, events: [said('u1', '', { occurredAt: new Date(), ...event })] });
  const echo = (text: string): Partial<InboundEvent> => ({
    kind: 'echo',
    payload: { text },
    echo: { outboxId: null, platformMessageId: 'from-the-echo' },
  });
  const rowIs = (road: TestRoad, status: 'unknown' | 'sent') =>
    until(`a row is ${status}`, () => road.collections.outbox.findOne({ status }));

  beforeEach(async () => {
    database = await openTestDatabase();
    roads = [];
  });
  afterEach(async () => {
    for (const { road } of roads) await road.stop();
    await database.close();
  });

  it('a message of unknown outcome whose echo comes is not sent again, and those behind it follow', async () => {
    const road = await open();
    road.toy.outcomes.push(unknown);
    await road.receive(said('u1', 'một'), said('u1', 'hai'));
    await rowIs(road, 'unknown');
    await comesBack(road, echo('nghe: một'));
    expect(await rowIs(road, 'sent')).toMatchObject({ platformMessageId: 'from-the-echo', resends: 1 });
    await until('the second message', () => road.toy.sent.length === 1);
    expect(road.toy.sent.map(({ text }) => text)).toEqual(['nghe: hai']);
  });

  it('an echo that is here before the outcome is known settles it as well', async () => {
    let fail: () => void = () => undefined;
    const failing = new Promise<SendOutcome>((resolve) => (fail = () => resolve(unknown)));
    let tries = 0;
    const toy = createToyChannel();
    const road = await open({ ...toy, send: () => ((tries += 1), failing) });
    await road.receive(said('u1', 'một'));
    await until('the try', () => tries === 1);
    await comesBack(road, echo('nghe: một'));
    fail();
    await rowIs(road, 'sent');
    expect(tries).toBe(1);
  });

  it.each<[string, Partial<InboundEvent>]>([
    ['other words', echo('nghe: khác')],
    ['an echo from before the try', { ...echo('nghe: một'), occurredAt: new Date(0) }],
  ])('%s settle nothing', async (_name, event) => {
    const road = await open();
    road.toy.outcomes.push(unknown);
    await road.receive(said('u1', 'một'));
    await rowIs(road, 'unknown');
    await comesBack(road, event);
    expect(await road.collections.outbox.countDocuments({ status: 'unknown' })).toBe(1);
  });

  /** An officer writes in the thread of a report of u1; gives the id of the platform. */
  const officerWrites = async (road: TestRoad, report: Report, text: string): Promise<string> => {
    const messageId = nextId();
    const written = writeToResident(report, { id: messageId, text, by: OFFICER, now: new Date() });
    if (!written.ok) throw new Error('The officer may not write');
    await road.road.transact((work) => {
      work.reports.save(written.report);
      work.outbox.queue({ address, text, author: 'officer', report: { reportId: report.id, messageId } });
      return Promise.resolve();
    });
    const row = await until('it is sent', () =>
      road.collections.outbox.findOne({ 'report.messageId': messageId, status: 'sent' }),
    );
    return row.platformMessageId ?? '';
  };
  const deliveries = async (report: Report): Promise<string[]> => {
    const found = await createReportReader(database.db, testCipher).byId(report.id);
    return (found?.messages ?? []).map(({ delivery }) => delivery);
  };

  it.each<[string, (platformMessageId: string) => InboundEvent['receipt']]>([
    ['its id', (id) => ({ state: 'delivered', platformMessageIds: [id], until: null })],
    ['a moment after it', () => ({ state: 'seen', platformMessageIds: [], until: new Date() })],
  ])('an officer’s message is "delivered" once a receipt names %s', async (_name, receiptOf) => {
    const road = await open();
    const report = reportOf({ id: nextId() });
    await road.road.transact((work) => {
      work.reports.add(report);
      return Promise.resolve();
    });
    const id = await officerWrites(road, report, 'Công an xã đã nhận tin của bạn.');
    await until('it shows as sent', async () => (await deliveries(report))[0] === 'sent');
    const receipt = receiptOf('of another message');
    if (receipt?.until === null) {
      await comesBack(road, { kind: 'receipt', receipt });
      expect(await deliveries(report)).toEqual(['sent']);
    }
    const meant = receiptOf(id);
    if (meant !== undefined) await comesBack(road, { kind: 'receipt', receipt: meant });
    expect(await deliveries(report)).toEqual(['delivered']);
  });
});
