import type { Db } from 'mongodb';
import { auditChainKey } from '../../../adapters/mongo/audit-repository.ts';
import { verifyChain } from '../../../reports/audit-chain.ts';
import type { Outside } from '../../outside.ts';

/** What a case file must be able to show, and what of it cannot be shown. Ids only, nothing personal. */
export interface Holdings {
  readonly reports: number;
  readonly evidence: number;
  readonly articles: number;
  readonly auditEntries: number;
  /** One sentence a fault; empty: everything is there. */
  readonly faults: readonly string[];
}

/** Opens every report, decrypts every piece of evidence against its hash on arrival, and walks the audit chain. */
export async function checkHoldings(
  outside: Pick<Outside, 'db' | 'cipher' | 'reports' | 'evidence' | 'audit'>,
): Promise<Holdings> {
  const { db, cipher, audit } = outside;
  const faults: string[] = [];
  let reports = 0;
  let evidence = 0;
  for await (const { _id } of db
    .collection<{ _id: string }>('reports')
    .find({}, { projection: { _id: 1 } })) {
    reports += 1;
    evidence += await openReport(outside, _id, faults);
  }
  const verdict = await verifyChain(auditChainKey(cipher), audit.links());
  if (!verdict.ok) faults.push(`Nhật ký kiểm tra đứt ở mắt thứ ${verdict.brokenAt}`);
  return {
    reports,
    evidence,
    articles: await countOf(db, 'articles'),
    auditEntries: await countOf(db, 'audit'),
    faults,
  };
}

function countOf(db: Db, collection: string): Promise<number> {
  return db.collection(collection).countDocuments();
}

/** Adds what does not open to the faults; resolves with the number of files that did. */
async function openReport(
  outside: Pick<Outside, 'reports' | 'evidence'>,
  id: string,
  faults: string[],
): Promise<number> {
  const report = await outside.reports.byId(id).catch(() => null);
  if (report === null) {
    faults.push(`Hồ sơ ${id} không mở được`);
    return 0;
  }
  let opened = 0;
  for (const piece of report.evidence.filter(({ state }) => state === 'stored')) {
    const file = await outside.evidence.read(piece.id).catch(() => null);
    if (file === null) faults.push(`Chứng cứ ${piece.id} của hồ sơ ${report.code} không mở được`);
    else opened += 1;
  }
  return opened;
}
