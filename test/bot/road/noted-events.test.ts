import { describe, expect, it } from '@jest/globals';
import { createReportReader } from '../../../adapters/mongo/report-repository.ts';
import type { InboundEvent, SendOutcome } from '../../../adapters/channel.ts';
import type { Delivery, Report } from '../../../reports/report.ts';
import { writeToResident } from '../../../reports/write-to-resident.ts';
import { nextId, OFFICER, reportOf } from '../../reports/report-builder.ts';
import { repeat, roadsOfEachTest, said, testCipher, type TestRoad } from '../../support/road.ts';
import { createToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';

const unknown: SendOutcome = { kind: 'unknown', code: 'timeout' };
const address = { channel: 'zalo', accountId: 'account', userId: 'u1' } as const;

describe('What comes back from the platform', () => {
  const { database, open: openRoad } = roadsOfEachTest();
  const open = (toy = createToyChannel()) => openRoad(repeat, { toy });
  const comesBack = (road: TestRoad, event: Partial<InboundEvent>) =>
    road.road.noted('zalo', { ok: true, events: [said('u1', '', { occurredAt: new Date(), ...event })] });
  const echo = (text: string): Partial<InboundEvent> => ({
    kind: 'echo',
    payload: { text },
    echo: { outboxId: null, platformMessageId: 'from-the-echo' },
  });
  const rowIs = (road: TestRoad, status: 'unknown' | 'sent') =>
    until(`a row is ${status}`, () => road.collections.outbox.findOne({ status }));

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

  /** An officer writes in the thread of a new report of u1; gives what the platform calls each part of it. */
  const officerWrites = async (road: TestRoad, text: string) => {
    const report = reportOf({ id: nextId() });
    const messageId = nextId();
    const written = writeToResident(report, { id: messageId, text, by: OFFICER, now: new Date() });
    if (!written.ok) throw new Error('The officer may not write');
    await road.road.transact((work) => {
      work.reports.add(written.report);
      work.outbox.queue({ address, text, author: 'officer', report: { reportId: report.id, messageId } });
      return Promise.resolve();
    });
    const rows = road.collections.outbox;
    const settled = { 'report.messageId': messageId, status: { $in: ['sent', 'failed', 'held'] as const } };
    const parts = text.split('\n\n').length;
    await until('its parts are settled', async () => (await rows.countDocuments(settled)) === parts);
    const found = await rows.find(settled).sort({ order: 1 }).toArray();
    return { report, platformIds: found.map(({ platformMessageId }) => platformMessageId ?? '') };
  };
  const shows = async (report: Report): Promise<string[]> => {
    const found = await createReportReader(database().db, testCipher).byId(report.id);
    return (found?.messages ?? []).map(({ delivery }) => delivery);
  };
  const showsSoon = (report: Report, delivery: Delivery) =>
    until(`it shows as ${delivery}`, async () => (await shows(report))[0] === delivery);

  it.each<[string, (platformMessageId: string) => InboundEvent['receipt']]>([
    ['its id', (id) => ({ state: 'delivered', platformMessageIds: [id], until: null })],
    ['a moment after it', () => ({ state: 'seen', platformMessageIds: [], until: new Date() })],
  ])('an officer’s message is "delivered" once a receipt names %s', async (_name, receiptOf) => {
    const road = await open();
    const { report, platformIds } = await officerWrites(road, 'Công an xã đã nhận tin của bạn.');
    await showsSoon(report, 'sent');
    const receipt = receiptOf('of another message');
    if (receipt?.until === null) {
      await comesBack(road, { kind: 'receipt', receipt });
      expect(await shows(report)).toEqual(['sent']);
    }
    const meant = receiptOf(platformIds[0] ?? '');
    if (meant !== undefined) await comesBack(road, { kind: 'receipt', receipt: meant });
    expect(await shows(report)).toEqual(['delivered']);
  });

  it('words that took two messages are "delivered" with the second', async () => {
    const road = await open();
    const { report, platformIds } = await officerWrites(road, 'Phần một.\n\nPhần hai.');
    await showsSoon(report, 'sent');
    for (const [index, expected] of ['sent', 'delivered'].entries()) {
      const receipt = {
        state: 'delivered',
        platformMessageIds: [platformIds[index] ?? ''],
        until: null,
      } as const;
      await comesBack(road, { kind: 'receipt', receipt });
      expect(await shows(report)).toEqual([expected]);
    }
  });

  it('words of which the platform refused the first half did not arrive, whatever became of the second', async () => {
    const road = await open();
    road.toy.outcomes.push({ kind: 'refused', code: '-201' });
    const { report, platformIds } = await officerWrites(road, 'Phần một.\n\nPhần hai.');
    await showsSoon(report, 'failed');
    const receipt = { state: 'delivered', platformMessageIds: platformIds, until: null } as const;
    await comesBack(road, { kind: 'receipt', receipt });
    expect(await shows(report)).toEqual(['failed']);
  });

  it('words that took two messages are "nudged" once the resident knows, and "sent" when both are', async () => {
    const road = await open(createToyChannel(true));
    await road.receive(said('u1', 'chào'));
    await until('the answer', () => road.toy.sent.length === 1);
    road.toy.windowIs = 'closed';
    const { report } = await officerWrites(road, 'Phần một.\n\nPhần hai.');
    await showsSoon(report, 'nudged');
    road.toy.windowIs = 'open';
    await road.receive(said('u1', 'có gì vậy'));
    await showsSoon(report, 'sent');
    expect(road.toy.sent.map(({ text }) => text)).toEqual([
      'nghe: chào',
      'Phần một.',
      'Phần hai.',
      'nghe: có gì vậy',
    ]);
  });
});
