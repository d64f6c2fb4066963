import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { GridFSBucket, ObjectId } from 'mongodb';
import type { RelianceRow } from './row.ts';

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function download(bucket: GridFSBucket, id: ObjectId): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = bucket.openDownloadStream(id).on('data', (chunk: Buffer) => chunks.push(chunk));
  await finished(stream);
  return Buffer.concat(chunks);
}

export const fileRows: readonly RelianceRow[] = [
  {
    what: 'a file of many chunks comes back byte for byte from GridFS, and is gone when deleted',
    check: async (db) => {
      const bucket = new GridFSBucket(db, { bucketName: 'evidence' });
      const bytes = randomBytes(3 * 1024 * 1024 + 17);
      const upload = bucket.openUploadStream('photo', { metadata: { sha256: digest(bytes) } });
      await pipeline(Readable.from([bytes]), upload);
      assert.equal(digest(await download(bucket, upload.id)), digest(bytes));
      const [file] = await bucket.find({ _id: upload.id }).toArray();
      assert.equal(file?.length, bytes.length);
      assert.equal(file.metadata?.['sha256'], digest(bytes));
      await bucket.delete(upload.id);
      assert.equal(await db.collection('evidence.chunks').countDocuments(), 0);
    },
  },
  {
    what: 'a file that is not there is told as such by GridFS',
    check: async (db) => {
      const bucket = new GridFSBucket(db, { bucketName: 'evidence' });
      const fault: unknown = await download(bucket, new ObjectId()).catch((error: unknown) => error);
      assert(fault instanceof Error && /FileNotFound/.test(fault.message));
    },
  },
  {
    what: 'eight files are stored in GridFS at once',
    check: async (db) => {
      const bucket = new GridFSBucket(db, { bucketName: 'many' });
      const files = Array.from({ length: 8 }, () => randomBytes(700_000));
      const ids = await Promise.all(
        files.map(async (bytes, index) => {
          const upload = bucket.openUploadStream(`file ${index}`);
          await pipeline(Readable.from([bytes]), upload);
          return upload.id;
        }),
      );
      const read = await Promise.all(ids.map((id) => download(bucket, id)));
      assert.deepEqual(read.map(digest), files.map(digest));
    },
  },
];
