import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { FieldCipher } from '../field-cipher.ts';
import { BackupError } from './backup-error.ts';

const FILE = 'manifest.json';

const collectionSchema = z.object({
  /** Also the name of the file, with `.bson`; a manifest from elsewhere must not lead out of the folder. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/),
  documents: z.number().int().nonnegative(),
  sizeBytes: z.number().int().nonnegative(),
  /** Of all documents in any order, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Equal only under the data key that everything in the backup was encrypted with. */
  keyCheck: z.string(),
  collections: z.array(collectionSchema).min(1),
});

export type SavedCollection = z.infer<typeof collectionSchema>;
/** What a backup holds. It is written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Tells whether a backup was made under this key, without telling the key. */
export function keyCheckOf(cipher: FieldCipher): string {
  return cipher.keyedHash('backup', 'data key');
}

export function documentsFile(folder: string, collection: string): string {
  return path.join(folder, `${collection}.bson`);
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(path.join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`, {
    flag: 'wx',
    mode: 0o600,
  });
}

/** Throws BackupError "not-a-backup". */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path.join(folder, FILE), 'utf8')));
  } catch (error) {
    throw new BackupError('not-a-backup', 'The folder holds no finished backup', { cause: error });
  }
}
