import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { layKeptKey, saveKeptKey } from '../../../bot/commands/backup/kept-key.ts';

describe('The key that the program made itself', () => {
  let dataDir: string;
  let backup: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'commune-data-'));
    backup = await mkdtemp(path.join(os.tmpdir(), 'commune-backup-'));
  });
  afterEach(async () => {
    await rm(dataDir, { recursive: true });
    await rm(backup, { recursive: true });
  });
  const made = { dataKey: null };
  const configured = { dataKey: Buffer.alloc(32, 1) };

  it('goes with the backup and into a data folder that has none', async () => {
    await writeFile(path.join(dataDir, 'data-key'), 'the first', { mode: 0o600 });
    expect(await saveKeptKey({ ...made, dataDir }, backup)).toBe(true);
    const fresh = path.join(dataDir, 'fresh');
    await layKeptKey({ ...made, dataDir: fresh }, backup);
    expect(await readFile(path.join(fresh, 'data-key'), 'utf8')).toBe('the first');
    expect((await stat(path.join(fresh, 'data-key'))).mode & 0o077).toBe(0);
  });

  it('never replaces a key that is there', async () => {
    await writeFile(path.join(backup, 'data-key'), 'of the backup');
    await writeFile(path.join(dataDir, 'data-key'), 'in use');
    await layKeptKey({ ...made, dataDir }, backup);
    expect(await readFile(path.join(dataDir, 'data-key'), 'utf8')).toBe('in use');
  });

  it('stays out of the backup when the unit configured one', async () => {
    expect(await saveKeptKey({ ...configured, dataDir }, backup)).toBe(false);
    await layKeptKey({ ...configured, dataDir }, backup);
    await expect(readFile(path.join(dataDir, 'data-key'))).rejects.toThrow('ENOENT');
  });
});
