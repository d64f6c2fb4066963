import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { clusterFolder, socketFolder } from './cluster-config.ts';
import { makeOwned } from './cluster-template.ts';
import type { InstalledEngine } from './install.ts';

/**
 * The folder in which an engine lives with its data, made if it is not there yet.
 *
 * The engine must see its program, its libraries and its data below one folder, for it runs in a chroot. Binding the data
 * into the installed engine would need the right to mount, which containers do not give, and would leave mounts behind
 * after a crash, through which emptying the cache would empty the data. Running the programs without a chroot fails where
 * the engine's user may not enter the folders above (/root). So the other way round: the engine, 140 MB, is put beside
 * the data, as hard links where both are on one disk. The data then also stay with the very program that wrote them.
 */
export async function prepareDataFolder(folder: string, installed: InstalledEngine): Promise<string> {
  const root = join(folder, 'documentdb');
  if (!(await exists(root))) await createRoot(root, installed);
  await makeOwned(join(root, socketFolder));
  return root;
}

/** Under another name first: a folder that is there is complete. */
async function createRoot(root: string, installed: InstalledEngine): Promise<void> {
  const work = `${root}.unfinished`;
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, '..'), { recursive: true });
  try {
    await runCommand('cp', ['--archive', '--link', installed.engine, work]);
  } catch {
    // On another disk than the cache.
    await rm(work, { recursive: true, force: true });
    await runCommand('cp', ['--archive', installed.engine, work]);
  }
  await runCommand('cp', ['--archive', '--reflink=auto', installed.cluster, join(work, clusterFolder)]);
  await rename(work, root);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
