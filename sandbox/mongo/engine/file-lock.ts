import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Debian's program for the kernel's file locks (util-linux, always there). */
export const lockProgram = 'flock';

/**
 * Does `act` while holding a lock that only one process on the machine can have; `onWait` is called once if another has
 * it. The lock is the kernel's (flock): it falls with the process that holds it, however that one ends, so there is no
 * stale lock to recognise. The child's standard input is the tie: it closes when this process is gone.
 */
export async function withFileLock<T>(path: string, onWait: () => void, act: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const holder = spawn(lockProgram, ['--exclusive', path, 'sh', '-c', 'echo held; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Out of the terminal's process group: Ctrl-C must not take the lock away before this process is done.
    detached: true,
  });
  const exited = once(holder, 'exit');
  const waiting = setTimeout(onWait, 1000);
  try {
    await Promise.race([once(holder.stdout, 'data'), exited.then(refuse)]);
    clearTimeout(waiting);
    return await act();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
    await exited;
  }
}

function refuse(): never {
  throw new Error('The lock for installing the database engine cannot be had');
}
