import { createReadStream } from 'node:fs';
import type { Db, Document } from 'mongodb';
import { BSON } from 'mongodb';
import type { FieldCipher } from '../field-cipher.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest, SavedCollection } from './manifest.ts';
import { documentsFile, keyCheckOf, readManifest } from './manifest.ts';
import { rawDocuments, splitDocuments, tallyOf } from './raw-documents.ts';

const BATCH_DOCUMENTS = 500;
const BATCH_BYTES = 8 * 1024 * 1024;

export interface RestoreOptions {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly onCollection: (saved: SavedCollection) => void;
}

/**
 * Puts a backup into an empty database and reads it back: every document is there, byte for byte. Everything that can be
 * refused is refused before the first write, and what was written is taken away when it cannot be completed. Throws BackupError.
 */
export async function restoreBackup(folder: string, options: RestoreOptions): Promise<Manifest> {
  const { db, cipher } = options;
  const manifest = await readManifest(folder);
  if (manifest.keyCheck !== keyCheckOf(cipher))
    throw new BackupError('other-key', 'The backup was made under another data key');
  for (const saved of manifest.collections) await checkFile(folder, saved);
  for (const { name } of manifest.collections)
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null)
      throw new BackupError('target-not-empty', `The collection ${name} is not empty`);
  try {
    for (const saved of manifest.collections) {
      await insertAll(db, folder, saved.name);
      if (!isSame(saved, await tallyOf(rawDocuments(db.collection(saved.name)))))
        throw new BackupError('not-the-same', `The collection ${saved.name} did not come back the same`);
      options.onCollection(saved);
    }
  } catch (error) {
    for (const { name } of manifest.collections) await db.collection(name).deleteMany({});
    throw error;
  }
  return manifest;
}

function documentsOf(folder: string, name: string): AsyncIterable<Uint8Array> {
  return splitDocuments(createReadStream(documentsFile(folder, name)));
}

async function checkFile(folder: string, saved: SavedCollection): Promise<void> {
  const found = await tallyOf(documentsOf(folder, saved.name)).catch((error: unknown) => {
    throw new BackupError('damaged', `The file of ${saved.name} cannot be read`, { cause: error });
  });
  if (!isSame(saved, found)) throw new BackupError('damaged', `The file of ${saved.name} was changed`);
}

function isSame(one: Omit<SavedCollection, 'name'>, other: Omit<SavedCollection, 'name'>): boolean {
  return (
    one.documents === other.documents && one.sizeBytes === other.sizeBytes && one.digest === other.digest
  );
}

async function insertAll(db: Db, folder: string, name: string): Promise<void> {
  const collection = db.collection(name);
  let batch: Document[] = [];
  let batchBytes = 0;
  const flush = async () => {
    if (batch.length > 0)
      await collection.insertMany(batch, { writeConcern: { w: 'majority', journal: true } });
    batch = [];
    batchBytes = 0;
  };
  for await (const bytes of documentsOf(folder, name)) {
    if (batch.length === BATCH_DOCUMENTS || batchBytes + bytes.length > BATCH_BYTES) await flush();
    // Numbers stay of the kind they are: an int would otherwise come back as a double.
    batch.push(BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true }));
    batchBytes += bytes.length;
  }
  await flush();
}
