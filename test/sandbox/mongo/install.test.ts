import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { withFileLock } from '../../../sandbox/mongo/engine/file-lock.ts';
import { installEngine } from '../../../sandbox/mongo/engine/install.ts';
import { describeWithEngine, temporaryFolder } from './own-database.ts';

const quiet = () => undefined;

describeWithEngine('the install of the engine', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('is done once when two programs start at the same time; the second is told that it waits', async () => {
    let builds = 0;
    const lines: string[] = [];
    const build = async (path: string) => {
      builds += 1;
      await delay(1300); // longer than the second waits before it says so
      await writeFile(join(path, 'engine'), 'complete');
    };
    const install = () => installEngine(folder.path, (line) => lines.push(line), build);
    const [first, second] = await Promise.all([install(), install()]);
    expect(builds).toBe(1);
    expect(second).toEqual(first);
    expect(await readdir(first.folder)).toEqual(['engine']);
    expect(lines).toContain('Waiting for another program that is installing the database engine');
  });

  it('leaves nothing behind when it fails, and can be tried again', async () => {
    const broken = installEngine(folder.path, quiet, async (path) => {
      await writeFile(join(path, 'engine'), 'half');
      throw new Error('The network is gone');
    });
    await expect(broken).rejects.toThrow('The network is gone');
    expect(await readdir(folder.path)).toEqual(['install.lock']);
    const { engine } = await installEngine(folder.path, quiet, (path) =>
      writeFile(join(path, 'engine'), 'complete'),
    );
    expect((await readdir(join(engine, '..'))).length).toBe(1);
  });

  it('never takes what a killed install left for a finished one', async () => {
    await installEngine(folder.path, quiet, () => Promise.reject(new Error('stopped'))).catch(quiet);
    const leftover = join(folder.path, 'unfinished-999999');
    await writeFile(leftover, 'half');
    await installEngine(folder.path, quiet, (path) => writeFile(join(path, 'engine'), 'complete'));
    expect((await readdir(folder.path)).filter((name) => name.startsWith('unfinished'))).toEqual([]);
  });

  it('is free again when the program that held its lock is killed', async () => {
    const lock = join(folder.path, 'install.lock');
    const script = new URL('hold-lock.ts', import.meta.url).pathname;
    const holder = spawn(process.execPath, ['--import', 'tsx', script, lock], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    let entered = false;
    const waiting = withFileLock(lock, quiet, () => {
      entered = true;
      return Promise.resolve('entered');
    });
    await delay(200);
    expect(entered).toBe(false);
    holder.kill('SIGKILL');
    expect(await waiting).toBe('entered');
  }, 20_000);
});
