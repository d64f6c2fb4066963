import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './config.ts';

const KEY_BYTES = 32;

/** The stored key cannot be used; whatever it encrypted would be unreadable under a new one. */
export class DataKeyError extends Error {
  override name = 'DataKeyError';
}

/**
 * The key that encrypts evidence and personal fields: the configured one, or one made once and kept beside the
 * embedded database. Throws DataKeyError when the kept file is not a key, rather than ever replacing it.
 */
export async function loadDataKey(config: Pick<Config, 'dataKey' | 'dataDir'>): Promise<Buffer> {
  if (config.dataKey !== null) return config.dataKey;
  const file = path.join(config.dataDir, 'data-key');
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  try {
    // 'wx' keeps whatever is there, also when two programs start at once
    await writeFile(file, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
    await chmod(file, 0o600);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new DataKeyError('The file data-key is not a key of 32 bytes');
  return key;
}
