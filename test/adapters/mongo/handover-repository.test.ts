import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createHandoverReader, createHandoverWriter } from '../../../adapters/mongo/handover-repository.ts';
import { createUnitOfWork } from '../../../adapters/mongo/unit-of-work.ts';
import { answerHandover, endHandover, requestHandover } from '../../../reports/handover.ts';
import type { Handover, HandoverReader, HandoverWriter } from '../../../reports/handover-ports.ts';
import { ADDRESS, LATER, NOW, nextId } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

const cipher = createFieldCipher(randomBytes(32));

describe('talks with a person', () => {
  let database: TestDatabase;
  let reader: HandoverReader;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
    reader = createHandoverReader(database.db, cipher);
  });
  afterAll(() => database.close());

  const write = async (act: (writer: HandoverWriter) => void) => {
    const unit = createUnitOfWork(database.client, database.db);
    act(createHandoverWriter(unit, cipher));
    await unit.commit();
  };
  const requested = (residentKey: string) =>
    requestHandover({
      id: nextId(),
      address: ADDRESS,
      residentKey,
      urgent: false,
      firstWords: 'Cho tôi gặp cán bộ',
      now: NOW,
    });
  const after = (change: { ok: boolean; handover?: Handover }): Handover => {
    if (change.handover === undefined) throw new Error('The change was refused');
    return change.handover;
  };

  it('a wish comes back as it was and is the current one of its resident', async () => {
    const handover = requested('r-1');
    await write((writer) => writer.add(handover));
    expect(await reader.byId(handover.id)).toEqual(handover);
    expect(await reader.current('r-1')).toEqual(handover);
    expect(await reader.current('r-nobody')).toBeNull();
  });

  it('a resident has one current talk at most, and may ask again when it has ended', async () => {
    const first = requested('r-2');
    await write((writer) => writer.add(first));
    await expect(write((writer) => writer.add(requested('r-2')))).rejects.toMatchObject({ code: 'conflict' });
    await write((writer) => writer.save(after(endHandover(first))));
    expect(await reader.current('r-2')).toBeNull();
    const second = requested('r-2');
    await write((writer) => writer.add(second));
    expect((await reader.current('r-2'))?.id).toBe(second.id);
  });

  it('two officers who answer the same state do not overwrite each other', async () => {
    const handover = requested('r-3');
    await write((writer) => writer.add(handover));
    const answer = (staffId: string) =>
      after(answerHandover(handover, { text: 'Tôi nghe', staffId, now: LATER }));
    await write((writer) => writer.save(answer('s-1')));
    await expect(write((writer) => writer.save(answer('s-2')))).rejects.toMatchObject({ code: 'conflict' });
    expect((await reader.byId(handover.id))?.messages.at(-1)?.staffId).toBe('s-1');
  });

  it('the list has those who wait first, then the open ones, oldest first, and none that ended', async () => {
    await database.db.collection('handovers').deleteMany({});
    const [open, ended, waiting, later] = [
      requested('l-1'),
      requested('l-2'),
      requested('l-3'),
      requested('l-4'),
    ];
    await write((writer) => [open, ended, waiting, later].forEach((handover) => writer.add(handover)));
    await write((writer) => {
      writer.save(after(answerHandover(open, { text: 'Chào anh', staffId: 's', now: LATER })));
      writer.save(after(endHandover(ended)));
    });
    expect((await reader.list(10)).map(({ id }) => id)).toEqual([waiting.id, later.id, open.id]);
    expect(await reader.list(1)).toHaveLength(1);
  });
});
