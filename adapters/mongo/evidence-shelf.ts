import type { Db, ObjectId } from 'mongodb';
import { GridFSBucket } from 'mongodb';
import { z } from 'zod';
import type { EvidenceShelf } from '../../reports/evidence-ports.ts';
import { decode } from './decode.ts';
import { EVIDENCE_BUCKET } from './evidence-store.ts';

const FILES = `${EVIDENCE_BUCKET}.files`;

const looseSchema = z.object({ metadata: z.object({ evidenceId: z.string(), residentKey: z.string() }) });
const reportSchema = z.object({ evidence: z.array(z.object({ id: z.string() })) });

/** Files in GridFS that no report was seen to hold yet. */
export function createEvidenceShelf(db: Db): EvidenceShelf {
  const files = db.collection<{ _id: ObjectId }>(FILES);
  const bucket = new GridFSBucket(db, { bucketName: EVIDENCE_BUCKET });
  return {
    loose: async (before, after, limit) => {
      const found = await files
        .find({
          'metadata.loose': true,
          'metadata.arrivedAt': { $lt: before },
          'metadata.evidenceId': { $gt: after },
        })
        .project({ metadata: 1 })
        .sort({ 'metadata.evidenceId': 1 })
        .limit(limit)
        .toArray();
      return found.map((file) =>
        decode(FILES, looseSchema, file, ({ metadata }) => ({
          id: metadata.evidenceId,
          residentKey: metadata.residentKey,
        })),
      );
    },
    inReports: async (ids) => {
      const found = await db
        .collection('reports')
        .find({ 'evidence.id': { $in: [...ids] } })
        .project({ 'evidence.id': 1 })
        .toArray();
      const held = found.flatMap((report) =>
        decode('reports', reportSchema, report, ({ evidence }) => evidence),
      );
      return new Set(held.map(({ id }) => id));
    },
    settle: async (ids) => {
      await files.updateMany(
        { 'metadata.evidenceId': { $in: [...ids] } },
        { $unset: { 'metadata.loose': '' } },
      );
    },
    remove: async (id) => {
      const file = await files.findOne({ 'metadata.evidenceId': id, 'metadata.loose': true });
      if (file !== null) await bucket.delete(file._id);
    },
  };
}
