import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createReportWriter } from '../../../adapters/mongo/report-repository.ts';
import { createUnitOfWork } from '../../../adapters/mongo/unit-of-work.ts';
import {
  createIndicatorRecords,
  createIndicatorVerifier,
} from '../../../adapters/mongo/verified-indicator-repository.ts';
import { checkIndicator } from '../../../reports/indicators/check-indicator.ts';
import { withdrawReport } from '../../../reports/withdraw-report.ts';
import type { IndicatorRecords, IndicatorVerifier } from '../../../reports/indicators/indicator-ports.ts';
import type { Indicator } from '../../../reports/report.ts';
import { ADDRESS, LATER, NOW, changed, reportOf } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

const account = (value: string): Indicator => ({ kind: 'account', value, display: value });

describe('what may be told of a trace', () => {
  const cipher = createFieldCipher(randomBytes(32));
  let database: TestDatabase;
  let records: IndicatorRecords;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
    records = createIndicatorRecords(database.db, cipher);
  });
  afterAll(() => database.close());

  const reported = async (indicator: Indicator, key: string, isWithdrawn = false) => {
    const reporter = { anonymous: true, name: null, phone: null, address: ADDRESS, key };
    const report = reportOf({ reporter, indicators: [indicator] });
    const unit = createUnitOfWork(database.client, database.db);
    const writer = createReportWriter(unit, cipher);
    writer.add(report);
    if (isWithdrawn) writer.save(changed(withdrawReport(report, { reason: 'nhầm', now: LATER })));
    await unit.commit();
  };
  const settle = async (act: (verifier: IndicatorVerifier) => void) => {
    const unit = createUnitOfWork(database.client, database.db);
    act(createIndicatorVerifier(unit, cipher));
    await unit.commit();
  };

  it('three reports of one person are not three people; withdrawn ones do not count', async () => {
    const trace = account('970422:111222333');
    for (const key of ['an', 'an', 'an', 'binh']) await reported(trace, key);
    await reported(trace, 'chi', true);
    expect(await checkIndicator(records, trace)).toEqual({ kind: 'nothing' });
    await reported(trace, 'dung');
    expect(await checkIndicator(records, trace)).toEqual({ kind: 'reported' });
  });

  it('reports with and without the bank count together, and another bank apart', async () => {
    for (const [key, value] of [
      ['a', ':444555666'],
      ['b', '970436:444555666'],
      ['c', ':444555666'],
    ] as const)
      await reported(account(value), key);
    expect(await checkIndicator(records, account('970436:444555666'))).toEqual({ kind: 'reported' });
    expect(await checkIndicator(records, account(':444555666'))).toEqual({ kind: 'reported' });
    expect(await checkIndicator(records, account('970422:444555666'))).toEqual({ kind: 'nothing' });
  });

  it('what an officer verified is told with its date, until it is taken back', async () => {
    const trace: Indicator = { kind: 'phone', value: '+84987000111', display: '0987 000 111' };
    await settle((verifier) => verifier.verify(trace, { staffId: 's', at: NOW, reportId: 'r' }));
    expect(await checkIndicator(records, trace)).toEqual({ kind: 'verified', at: NOW });
    await settle((verifier) => verifier.verify(trace, { staffId: 's', at: LATER, reportId: 'r' }));
    expect(await checkIndicator(records, trace)).toEqual({ kind: 'verified', at: LATER });
    const stored = await database.db.collection('verifiedIndicators').find().toArray();
    expect(JSON.stringify(stored)).not.toContain('987000111');
    await settle((verifier) => verifier.takeBack(trace));
    expect(await checkIndicator(records, trace)).toEqual({ kind: 'nothing' });
  });
});
