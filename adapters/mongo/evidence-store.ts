import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Db, GridFSFile } from 'mongodb';
import { GridFSBucket, MongoServerError } from 'mongodb';
import { z } from 'zod';
import { ReportError } from '../../reports/errors.ts';
import type { NoRoom } from '../../reports/evidence-room.ts';
import type { EvidenceStore } from '../../reports/evidence-ports.ts';
import type { Evidence } from '../../reports/report.ts';
import { EVIDENCE_KINDS } from '../../reports/report.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import { bytesOfToday, createEvidenceSpace, type EvidenceQuota } from './evidence-space.ts';
import type { FieldCipher } from './field-cipher.ts';
import { CipherError } from './field-cipher.ts';

export const EVIDENCE_BUCKET = 'evidence';
const FILES = `${EVIDENCE_BUCKET}.files`;
const DUPLICATE_KEY = 11000;

/** Beside the bytes: what the evidence is, and the file's own key under the data key. */
const metadataSchema = z.object({
  evidenceId: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  arrivedAt: z.date(),
  fileKey: z.string(),
  residentKey: z.string().nullable().default(null),
  /** No report was seen to hold it yet. */
  loose: z.boolean().optional(),
});

type Arrival = Parameters<EvidenceStore['put']>[0];

const UNLIMITED: EvidenceQuota = {
  quotaBytes: Number.POSITIVE_INFINITY,
  residentBytesPerDay: Number.POSITIVE_INFINITY,
  onFull: () => undefined,
};

type Metadata = z.infer<typeof metadataSchema>;

/** The first makes a second upload under one evidence id impossible; the others are GridFS's own. */
export const evidenceIndexes: readonly CollectionIndexes[] = [
  {
    collection: FILES,
    indexes: [
      { name: 'evidence_once', key: { 'metadata.evidenceId': 1 }, unique: true },
      {
        name: 'loose',
        key: { 'metadata.loose': 1, 'metadata.evidenceId': 1 },
        partialFilterExpression: { 'metadata.loose': true },
      },
      { name: 'resident_newest', key: { 'metadata.residentKey': 1, 'metadata.arrivedAt': -1 } },
      { name: 'filename_1_uploadDate_1', key: { filename: 1, uploadDate: 1 } },
    ],
  },
  {
    collection: `${EVIDENCE_BUCKET}.chunks`,
    indexes: [{ name: 'files_id_1_n_1', key: { files_id: 1, n: 1 }, unique: true }],
  },
];

/**
 * Evidence in GridFS: each file under a key of its own, the whole file authenticated, the original's SHA-256 beside it.
 * What there is no room for is not stored, and its evidence says so: state "failed", note "storage-full", or
 * "too-much-today" where one resident sent all that one may send in a day.
 */
export function createEvidenceStore(
  db: Db,
  cipher: FieldCipher,
  quota: EvidenceQuota = UNLIMITED,
): EvidenceStore {
  const space = createEvidenceSpace(db, FILES, quota);
  const bucket = new GridFSBucket(db, { bucketName: EVIDENCE_BUCKET });
  const findFile = (id: string) => db.collection<GridFSFile>(FILES).findOne({ 'metadata.evidenceId': id });
  const toMetadata = (file: GridFSFile) =>
    decode(FILES, metadataSchema, file.metadata, (metadata) => metadata);

  const isTooMuchToday = async ({ residentKey, bytes, arrivedAt }: Arrival): Promise<boolean> =>
    residentKey !== undefined &&
    (await bytesOfToday(db, FILES, residentKey, arrivedAt)) + bytes.length > quota.residentBytesPerDay;

  return {
    put: async (input) => {
      const known = await findFile(input.id);
      if (known !== null) return toEvidence(cipher, toMetadata(known));
      if (await isTooMuchToday(input)) return notStored(input, 'too-much-today');
      if (!(await space.take(input.bytes.length))) return notStored(input, 'storage-full');
      const { key, wrapped } = cipher.newFileKey();
      const metadata: Metadata = {
        evidenceId: input.id,
        kind: input.kind,
        name: cipher.seal(input.name),
        mediaType: input.mediaType,
        sizeBytes: input.bytes.length,
        sha256: sha256(input.bytes),
        arrivedAt: input.arrivedAt,
        fileKey: wrapped,
        residentKey: input.residentKey ?? null,
        ...(input.residentKey !== undefined && { loose: true }),
      };
      const upload = bucket.openUploadStream(input.id, { metadata });
      try {
        await pipeline([key.seal(input.bytes, input.id)], upload);
      } catch (error) {
        space.giveBack(input.bytes.length);
        // for any other fault the file may be stored all the same, its answer lost: then its chunks are wanted
        if (!isDuplicateKey(error)) throw error;
        await db.collection(`${EVIDENCE_BUCKET}.chunks`).deleteMany({ files_id: upload.id });
        const winner = await findFile(input.id);
        if (winner === null) throw error;
        return toEvidence(cipher, toMetadata(winner));
      }
      return toEvidence(cipher, metadata);
    },
    read: async (id) => {
      const file = await findFile(id);
      if (file === null) return null;
      const metadata = toMetadata(file);
      const sealed = await buffer(bucket.openDownloadStream(file._id));
      const bytes = openOriginal(cipher, metadata, sealed);
      return { bytes, mediaType: metadata.mediaType, name: cipher.open(metadata.name) };
    },
  };
}

function openOriginal(cipher: FieldCipher, metadata: Metadata, sealed: Buffer): Buffer {
  const { evidenceId } = metadata;
  try {
    const bytes = cipher.unwrapFileKey(metadata.fileKey).open(sealed, evidenceId);
    if (sha256(bytes) === metadata.sha256) return bytes;
  } catch (error) {
    if (!(error instanceof CipherError)) throw error;
    throw new ReportError('evidence-damaged', `Evidence ${evidenceId} does not open`, { cause: error });
  }
  throw new ReportError('evidence-damaged', `Evidence ${evidenceId} no longer matches its hash`);
}

function toEvidence(cipher: FieldCipher, metadata: Metadata): Evidence {
  const { evidenceId, kind, name, mediaType, sizeBytes, sha256: hash, arrivedAt } = metadata;
  return {
    id: evidenceId,
    kind,
    name: cipher.open(name),
    mediaType,
    sizeBytes,
    sha256: hash,
    arrivedAt,
    state: 'stored',
    note: null,
  };
}

function notStored({ id, kind, name, arrivedAt }: Arrival, note: NoRoom): Evidence {
  const nothing = { mediaType: null, sizeBytes: null, sha256: null } as const;
  return { id, kind, name, ...nothing, arrivedAt, state: 'failed', note };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}
