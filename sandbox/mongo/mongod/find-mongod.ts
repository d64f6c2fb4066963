import { access, constants, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { CommandError, runCommand } from '../run-command.ts';

export interface MongodBinary {
  readonly path: string;
  readonly version: string;
}

const day = 24 * 60 * 60 * 1000;
const fetchTimeoutMs = 300_000;
const firstByteTimeoutMs = 25_000;

/** The mongod at `path`. Throws CommandError when it cannot be run here. */
export async function mongodAt(path: string): Promise<MongodBinary> {
  const lines = await runCommand(path, ['--version'], { timeoutMs: 10_000 });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(lines.join('\n'))?.[1];
  if (version === undefined) throw new CommandError(`${path} is not a mongod: it names no version`);
  return { path, version };
}

/** The first mongod on the PATH that runs here; undefined when there is none. */
export async function mongodOnPath(searchPath: string): Promise<MongodBinary | undefined> {
  for (const folder of searchPath.split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, 'mongod');
    const runnable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runnable) return mongodAt(path).catch(() => undefined);
  }
  return undefined;
}

export interface FetchOptions {
  readonly cacheFolder: string;
  /** Tries even if it failed within the last day. */
  readonly insist: boolean;
  readonly onProgress: (line: string) => void;
}

/**
 * The mongod that mongodb-memory-server has fetched or now fetches into the cache folder. Throws CommandError; a failure
 * is remembered for a day, for where the network is closed every try costs some seconds.
 */
export async function fetchedMongod(options: FetchOptions): Promise<MongodBinary> {
  const failureNote = join(options.cacheFolder, 'mongod-fetch-failed');
  if (!options.insist && (await isFresh(failureNote))) {
    throw new CommandError('mongod could not be fetched within the last day');
  }
  try {
    const fetched = await fetchMongod(options);
    await rm(failureNote, { force: true });
    return await mongodAt(fetched);
  } catch (error) {
    await mkdir(dirname(failureNote), { recursive: true });
    await writeFile(failureNote, `${new Date().toISOString()}\n`);
    throw error;
  }
}

/** In a process of its own, which can be ended when the network swallows the request. */
async function fetchMongod({ cacheFolder, onProgress }: FetchOptions): Promise<string> {
  const library = import.meta.resolve('mongodb-memory-server-core');
  const script =
    "const { MongoBinary } = (await import(process.argv[1])).default; console.log('mongod:' + " +
    '(await MongoBinary.getPath({ downloadDir: process.argv[2] })));';
  const stalled = new AbortController();
  const firstByte = setTimeout(() => stalled.abort(), firstByteTimeoutMs);
  onProgress('Looking whether mongod can be fetched');
  try {
    const args = ['--input-type=module', '--eval', script, library, join(cacheFolder, 'mongod')];
    const lines = await runCommand(process.execPath, args, {
      signal: stalled.signal,
      timeoutMs: fetchTimeoutMs,
      onLine: (line) => {
        if (!line.includes('Downloading')) return;
        clearTimeout(firstByte);
        onProgress(line.trim());
      },
    });
    const path = lines.map((line) => /^mongod:(.+)$/.exec(line)?.[1]).find((found) => found !== undefined);
    if (path === undefined) throw new CommandError('mongod was not fetched');
    return path;
  } catch {
    throw new CommandError('mongod cannot be fetched over this network');
  } finally {
    clearTimeout(firstByte);
  }
}

async function isFresh(path: string): Promise<boolean> {
  const note = await stat(path).catch(() => undefined);
  return note !== undefined && Date.now() - note.mtimeMs < day;
}
