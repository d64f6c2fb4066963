import type { Db } from 'mongodb';
import { articleIndexes } from './article-document.ts';
import { auditIndexes } from './audit-repository.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { dutyAlertIndexes } from './duty-alert-repository.ts';
import { evidenceIndexes } from './evidence-store.ts';
import { handoverIndexes } from './handover-repository.ts';
import { reportIndexes } from './report-repository.ts';
import { staffIndexes } from './staff-repository.ts';
import { verifiedIndicatorIndexes } from './verified-indicator-repository.ts';

const OURS: readonly CollectionIndexes[] = [
  reportIndexes,
  handoverIndexes,
  dutyAlertIndexes,
  verifiedIndicatorIndexes,
  auditIndexes,
  staffIndexes,
  articleIndexes,
  ...evidenceIndexes,
];

/** Creates what is missing, and with it the collections. `more` are the indexes of other parts of the program. */
export async function ensureIndexes(db: Db, more: readonly CollectionIndexes[] = []): Promise<void> {
  for (const { collection, indexes } of [...OURS, ...more]) {
    await db.collection(collection).createIndexes([...indexes]);
  }
}
