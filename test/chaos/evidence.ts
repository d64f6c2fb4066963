import type { Db } from 'mongodb';
import { createEvidenceStore } from '../../adapters/mongo/evidence-store.ts';
import type { FieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createReportReader } from '../../adapters/mongo/report-repository.ts';
import type { FiledReport } from './residents.ts';

export interface EvidenceCount {
  readonly whole: number;
  /** Refused by name, because the quota was full. */
  readonly noRoom: number;
  /** Neither: missing, doubled, or not the bytes that were sent. */
  readonly wrong: number;
}

/** Each report was sent with one picture: is it there, byte for byte? */
export async function countEvidence(
  db: Db,
  cipher: FieldCipher,
  filed: readonly FiledReport[],
): Promise<EvidenceCount> {
  const reports = createReportReader(db, cipher);
  const store = createEvidenceStore(db, cipher);
  const count = { whole: 0, noRoom: 0, wrong: 0 };
  for (const { code, picture } of filed) {
    const [only, ...others] = (await reports.byCode(code))?.evidence ?? [];
    const read = only?.state === 'stored' ? await store.read(only.id) : null;
    if (only === undefined || others.length > 0) count.wrong += 1;
    else if (only.note === 'storage-full') count.noRoom += 1;
    else if (read !== null && picture.equals(read.bytes)) count.whole += 1;
    else count.wrong += 1;
  }
  return count;
}
