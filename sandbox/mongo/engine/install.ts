import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadPackages, whyNoPackages } from './apt.ts';
import { createClusterTemplate } from './cluster-template.ts';
import { copyEngine, unpackPackages } from './engine-tree.ts';
import { withFileLock } from './file-lock.ts';
import { reportProgress } from './progress.ts';

/** A finished install: `engine` is what runs, `cluster` an empty database made once and copied for each data folder. */
export interface InstalledEngine {
  readonly folder: string;
  readonly engine: string;
  readonly cluster: string;
}

/** Raised when what an install holds changes, so that an older one is left aside. */
const layout = 'documentdb-1';
const unfinished = 'unfinished-';

/**
 * The engine in the cache folder, installed first if need be (Debian, root, about a minute). Two programs that start at
 * once share one install; a broken one is never seen, for the folder gets its name only when it is complete.
 */
export async function installEngine(
  cacheFolder: string,
  onProgress: (line: string) => void,
  build: (folder: string, onLine: (line: string) => void) => Promise<void> = buildEngine,
): Promise<InstalledEngine> {
  const folder = join(cacheFolder, layout);
  const installed = { folder, engine: join(folder, 'engine'), cluster: join(folder, 'cluster') };
  if (await exists(folder)) return installed;
  const onWait = () => onProgress('Waiting for another program that is installing the database engine');
  await withFileLock(join(cacheFolder, 'install.lock'), onWait, async () => {
    if (await exists(folder)) return;
    await removeUnfinished(cacheFolder);
    const workFolder = join(cacheFolder, `${unfinished}${process.pid}`);
    const progress = reportProgress('Installing the database engine (once per machine)', onProgress);
    try {
      await mkdir(workFolder);
      await build(workFolder, progress.onLine);
      await rename(workFolder, folder);
    } finally {
      progress.stop();
      await rm(workFolder, { recursive: true, force: true });
    }
  });
  return installed;
}

/** Why the engine can neither be found nor installed here, or undefined. */
export async function whyNoEngine(cacheFolder: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'DocumentDB is only installed on Debian';
  if (process.getuid?.() !== 0)
    return 'DocumentDB needs root, to give the engine a user and folder of its own';
  return (await exists(join(cacheFolder, layout))) ? undefined : whyNoPackages();
}

async function buildEngine(folder: string, onLine: (line: string) => void): Promise<void> {
  const root = join(folder, 'packages');
  await downloadPackages(root, onLine);
  await unpackPackages(root, onLine);
  onLine('Copying the engine');
  await copyEngine(root, '/engine');
  await rename(join(root, 'engine'), join(folder, 'engine'));
  await rm(root, { recursive: true });
  onLine('Making an empty database');
  await createClusterTemplate(folder);
}

/** What an install that was killed left behind; the lock is held, so nobody is still at it. */
async function removeUnfinished(cacheFolder: string): Promise<void> {
  const left = (await readdir(cacheFolder)).filter((name) => name.startsWith(unfinished));
  await Promise.all(left.map((name) => rm(join(cacheFolder, name), { recursive: true, force: true })));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
