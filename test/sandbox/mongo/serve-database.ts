import { startDatabase } from '../../../sandbox/mongo/start-database.ts';

// A program with a database of its own, for tests that kill it: prints the URI, then lives until it is killed.
const [dataDir = ''] = process.argv.slice(2);
const database = await startDatabase({ dataDir, kind: 'documentdb', onProgress: () => undefined });
process.stdout.write(`${database.uri} ${database.pid()}\n`);
