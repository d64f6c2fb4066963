import { constants, copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';

const FILE = 'data-key';

/**
 * A key that the program made itself lies only in its data folder, so a backup takes it along; a configured one is kept by
 * the unit, apart from the backups. Resolves with whether the backup now holds the key.
 */
export async function saveKeptKey(
  config: Pick<Config, 'dataKey' | 'dataDir'>,
  folder: string,
): Promise<boolean> {
  if (config.dataKey !== null) return false;
  await copyFile(path.join(config.dataDir, FILE), path.join(folder, FILE));
  return true;
}

/** Before a key is made: the backup's own is laid into a data folder that has none yet. */
export async function layKeptKey(config: Pick<Config, 'dataKey' | 'dataDir'>, folder: string): Promise<void> {
  if (config.dataKey !== null) return;
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  try {
    await copyFile(path.join(folder, FILE), path.join(config.dataDir, FILE), constants.COPYFILE_EXCL);
  } catch (error) {
    // A backup without a key, or a key that is there already: both stay as they are.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
  }
}
