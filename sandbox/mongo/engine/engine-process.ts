import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { engineUserId, postgresFolder } from './engine-tree.ts';
import { lockProgram } from './file-lock.ts';

export interface EngineProgram {
  /** The folder that is the program's whole world. */
  readonly root: string;
  readonly program: 'postgres' | 'initdb';
  readonly args: readonly string[];
  /** Where both outputs go: a file descriptor, or pipes of the child. */
  readonly output: number | 'pipe';
}

/** The exit code of a program that did not get the lock of its data. */
export const lockedExitCode = 75;

/**
 * Runs a program of the engine in `root`, under the engine's own user.
 *
 * It holds the lock of its data as long as it or a child of it lives (the lock goes with an open file), so that no two
 * engines ever work on the same data. PostgreSQL's own notes of who does are void then and removed: after a crash it
 * would take a stranger who got the same process id, or a dead one whom nobody has buried, for a live server.
 * It is told to stop when this process is gone (the kernel sends SIGINT, PostgreSQL's fast shutdown), so that no engine
 * outlives its program. It leads a session of its own: Ctrl-C reaches this process, which then stops it in order.
 */
export function spawnInEngine({ root, program, args, output }: EngineProgram): ChildProcess {
  const user = String(engineUserId);
  const lock = ['--nonblock', '--no-fork', '--conflict-exit-code', String(lockedExitCode), `${root}.lock`];
  const removeNotes = ['sh', '-c', 'rm -f "$0"/cluster/postmaster.pid "$0"/run/.s.*; exec "$@"', root];
  const asEngine = [
    '/usr/bin/setpriv',
    '--reuid',
    user,
    '--regid',
    user,
    '--clear-groups',
    '--pdeathsig',
    'INT',
  ];
  const command = ['chroot', root, ...asEngine, `${postgresFolder}/bin/${program}`, ...args];
  return spawn(lockProgram, [...lock, ...removeNotes, ...command], {
    stdio: ['ignore', output, output],
    detached: true,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' },
  });
}
