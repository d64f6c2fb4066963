import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import type { FieldCipher } from '../field-cipher.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest, SavedCollection } from './manifest.ts';
import { documentsFile, keyCheckOf, writeManifest } from './manifest.ts';
import { createTally, rawDocuments } from './raw-documents.ts';

/** Who is signed in and which programs run: true only of the moment. */
const OF_THE_MOMENT = new Set(['sessions', 'processes']);
/** Evidence is never changed and is stored before anything names it, so it may be read after the moment of the rest. */
const EVIDENCE_BYTES = 'evidence.chunks';

export interface BackupOptions {
  readonly client: MongoClient;
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly now: Date;
  readonly onCollection: (saved: SavedCollection) => void;
}

/**
 * Writes every collection into the folder as it is in the database, still encrypted, as of one moment; the program may
 * run meanwhile. Throws BackupError "not-empty" when the folder holds anything.
 */
export async function writeBackup(folder: string, options: BackupOptions): Promise<Manifest> {
  const { client, db, cipher, now } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new BackupError('not-empty', 'The folder is not empty');
  const names = await savedNames(db);
  const collections: SavedCollection[] = [];
  const save = async (name: string, session?: ClientSession) => {
    const saved = await saveCollection(folder, db, name, session);
    collections.push(saved);
    options.onCollection(saved);
  };
  await client.withSession(async (session) => {
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    try {
      for (const name of names) if (name !== EVIDENCE_BYTES) await save(name, session);
    } finally {
      await session.abortTransaction();
    }
  });
  if (names.includes(EVIDENCE_BYTES)) await save(EVIDENCE_BYTES);
  const manifest: Manifest = {
    format: 1,
    madeAt: now.toISOString(),
    keyCheck: keyCheckOf(cipher),
    collections,
  };
  await writeManifest(folder, manifest);
  return manifest;
}

async function savedNames(db: Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found
    .map(({ name }) => name)
    .filter((name) => !OF_THE_MOMENT.has(name) && !name.startsWith('system.'))
    .sort();
}

async function saveCollection(
  folder: string,
  db: Db,
  name: string,
  session: ClientSession | undefined,
): Promise<SavedCollection> {
  const tally = createTally();
  const counted = async function* () {
    for await (const document of rawDocuments(db.collection(name), session)) {
      tally.add(document);
      yield document;
    }
  };
  const file = createWriteStream(documentsFile(folder, name), { flags: 'wx', mode: 0o600 });
  await pipeline(Readable.from(counted()), file);
  return { name, ...tally.sum() };
}
