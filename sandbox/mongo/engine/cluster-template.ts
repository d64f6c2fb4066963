import { chmod, chown, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, endOf } from '../run-command.ts';
import { clusterFolder, socketFolder } from './cluster-config.ts';
import { spawnInEngine } from './engine-process.ts';
import { engineUserId } from './engine-tree.ts';
import { startPostgres } from './postgres-engine.ts';

const initdbOptions = [
  ...['-D', clusterFolder, '-A', 'trust', '-U', 'postgres', '--encoding', 'UTF8', '--locale', 'C'],
  ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions', '--no-sync'],
];

/**
 * The engine deletes expired documents once a minute and looks for index builds every two seconds; here indexes are
 * built at once, and people who try things out should see a document expire.
 */
const jobs = [
  "SELECT cron.alter_job(jobid, schedule => '10 seconds') FROM cron.job WHERE jobname = 'documentdb_ttl_task'",
  "SELECT cron.unschedule(jobid) FROM cron.job WHERE jobname LIKE 'documentdb_index_build_task%'",
];

/** Makes an empty database with the engine in `folder`/engine and leaves it, stopped, in `folder`/cluster. */
export async function createClusterTemplate(folder: string): Promise<void> {
  const root = join(folder, 'engine');
  await makeOwned(join(root, clusterFolder));
  await makeOwned(join(root, socketFolder));
  const initdb = spawnInEngine({ root, program: 'initdb', args: initdbOptions, output: 'pipe' });
  let output = '';
  initdb.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const { code } = await endOf(initdb);
  if (code !== 0) throw new CommandError(`The empty database could not be made: ${output.slice(-500)}`);

  const engine = await startPostgres({ root, durable: true });
  try {
    const connection = await engine.openConnection('');
    await connection.query('CREATE EXTENSION documentdb CASCADE');
    for (const job of jobs) await connection.query(job);
    await connection.query('VACUUM FREEZE');
    await connection.query('CHECKPOINT');
    connection.close();
  } finally {
    await engine.stop();
  }
  await rename(join(root, clusterFolder), join(folder, 'cluster'));
}

/** A folder that only the engine's user may enter. */
export async function makeOwned(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o700);
  await chown(path, engineUserId, engineUserId);
}
