import type { Db } from 'mongodb';
import { z } from 'zod';
import type { PictureWords } from '../../reports/evidence-ports.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';

const FILES = 'evidence.files';

const fileSchema = z.object({
  metadata: z.object({ evidenceId: z.string(), words: z.string().nullable() }),
});

/** The words read in pictures, encrypted, beside the evidence and gone with it; its bytes and hash stay as they are. */
export function createPictureWords(db: Db, cipher: FieldCipher): PictureWords {
  const files = db.collection(FILES);
  return {
    keep: async (evidenceId, words) => {
      const sealed = words === null ? null : cipher.seal(words);
      await files.updateOne({ 'metadata.evidenceId': evidenceId }, { $set: { 'metadata.words': sealed } });
    },
    of: async (evidenceIds) => {
      const filter = {
        'metadata.evidenceId': { $in: [...evidenceIds] },
        'metadata.words': { $exists: true },
      };
      const found = await files.find(filter, { projection: { metadata: 1 } }).toArray();
      const read = found.map((file) => decode(FILES, fileSchema, file, ({ metadata }) => metadata));
      return new Map(
        read.map(({ evidenceId, words }) => [evidenceId, words === null ? null : cipher.open(words)]),
      );
    },
  };
}
