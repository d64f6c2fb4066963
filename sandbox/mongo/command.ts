import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { cacheFolder } from './cache-folder.ts';
import { DatabaseUnavailableError } from './database-error.ts';
import { installEngine, whyNoEngine } from './engine/install.ts';
import { checkReliance, relianceTable } from './reliance-table.ts';
import { databaseKind } from './running-database.ts';
import { startDatabase } from './start-database.ts';

const usage = `npm run database -- check     does the database at MONGODB_URI (or the embedded one) do all we rely on?
npm run database -- install   fetch the embedded database's engine now`;

interface Subject {
  readonly uri: string;
  readonly description: string;
  readonly stop: () => Promise<void>;
}

async function main(command: string | undefined): Promise<number> {
  if (command === 'check') return check();
  if (command === 'install') return install();
  console.error(usage);
  return 64;
}

/** Prints the table; 0 when the database passes in every row. */
async function check(): Promise<number> {
  const subject = await openSubject();
  const client = new MongoClient(subject.uri, { serverSelectionTimeoutMS: 10_000 });
  console.log(`Checking ${subject.description}`);
  let failures = 0;
  try {
    await client.connect();
    for (const row of relianceTable) {
      const startedAt = Date.now();
      const fault = await checkReliance(row, client).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : 'unknown fault'),
      );
      const verdict = fault === undefined ? 'pass' : 'FAIL';
      console.log(`${verdict}  ${`${Date.now() - startedAt} ms`.padStart(9)}  ${row.what}`);
      if (fault === undefined) continue;
      failures += 1;
      console.log(`      ${fault.split('\n').join('\n      ')}`);
    }
  } finally {
    await client.close();
    await subject.stop();
  }
  console.log(`${relianceTable.length - failures} of ${relianceTable.length} pass`);
  return failures === 0 ? 0 : 1;
}

async function openSubject(): Promise<Subject> {
  const uri = process.env['MONGODB_URI'];
  if (uri !== undefined && uri !== '') {
    // never the address: it holds a password
    return { uri, description: 'the database at MONGODB_URI', stop: () => Promise.resolve() };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'commune-check-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const database = await startDatabase({
      dataDir,
      kind: databaseKind(process.env['EMBEDDED_DATABASE']),
      mongodBinary: process.env['MONGOD_BINARY'],
      onProgress: say,
    });
    const stop = () => database.stop().then(remove);
    return { uri: database.uri, description: database.description, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function install(): Promise<number> {
  const obstacle = await whyNoEngine(cacheFolder());
  if (obstacle !== undefined) throw new DatabaseUnavailableError(obstacle);
  const { folder } = await installEngine(cacheFolder(), say);
  console.log(`The database engine is in ${folder}`);
  return 0;
}

function say(line: string): void {
  console.log(line);
}

try {
  process.exitCode = await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
