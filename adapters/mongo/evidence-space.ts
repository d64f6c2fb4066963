import type { Db } from 'mongodb';
import { z } from 'zod';

/** How long a sum of what all processes stored is good: what others add meanwhile may go beyond the quota. */
const COUNTED_FOR_MS = 60_000;
const sumSchema = z.object({ sizeBytes: z.number() });

/** The room that is left for evidence. */
export interface EvidenceSpace {
  /** Takes the room for a file; false when it is not there. */
  take(sizeBytes: number): Promise<boolean>;
  /** Gives back what was taken for a file that was not stored. */
  giveBack(sizeBytes: number): void;
}

export interface EvidenceQuota {
  readonly quotaBytes: number;
  /** What one resident may send in 24 hours, so that nobody takes all the room. */
  readonly residentBytesPerDay: number;
  /** Told of each file there was no room for. */
  readonly onFull: () => void;
}

/** Counts what is stored in the GridFS collection `files` against a quota; soft where several processes store. */
export function createEvidenceSpace(
  db: Db,
  files: string,
  { quotaBytes, onFull }: Pick<EvidenceQuota, 'quotaBytes' | 'onFull'>,
): EvidenceSpace {
  let usedBytes = 0;
  let countedAtMs = Number.NEGATIVE_INFINITY;
  let counting: Promise<void> | null = null;

  const count = async (): Promise<void> => {
    const [sum] = await db
      .collection(files)
      .aggregate([{ $group: { _id: null, sizeBytes: { $sum: '$length' } } }])
      .toArray();
    usedBytes = sum === undefined ? 0 : sumSchema.parse(sum).sizeBytes;
    countedAtMs = performance.now();
  };
  const countOnce = (): Promise<void> => {
    counting ??= count().finally(() => {
      counting = null;
    });
    return counting;
  };

  return {
    take: async (sizeBytes) => {
      if (performance.now() - countedAtMs > COUNTED_FOR_MS) await countOnce();
      if (usedBytes + sizeBytes > quotaBytes) {
        onFull();
        return false;
      }
      usedBytes += sizeBytes;
      return true;
    },
    giveBack: (sizeBytes) => {
      usedBytes -= sizeBytes;
    },
  };
}

const DAY_MS = 86_400_000;

/** What this resident's files of the last 24 hours take up in `files`, in bytes. */
export async function bytesOfToday(db: Db, files: string, residentKey: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - DAY_MS);
  const [sum] = await db
    .collection(files)
    .aggregate([
      { $match: { 'metadata.residentKey': residentKey, 'metadata.arrivedAt': { $gt: since } } },
      { $group: { _id: null, sizeBytes: { $sum: '$length' } } },
    ])
    .toArray();
  return sum === undefined ? 0 : sumSchema.parse(sum).sizeBytes;
}
