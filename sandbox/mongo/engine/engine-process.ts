import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readdir, readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { engineUserId, postgresFolder } from './engine-tree.ts';

/**
 * Runs a program of the engine with `root` as its whole world, under the engine's own user. It is told to stop when
 * this process is gone (the kernel sends SIGINT, PostgreSQL's fast shutdown), so that no engine outlives its program.
 * It leads a session of its own: Ctrl-C reaches this process, which then stops the engine in order.
 */
export function spawnInEngine(root: string, program: string, args: readonly string[]): ChildProcess {
  const user = String(engineUserId);
  return spawn(
    'chroot',
    [
      root,
      '/usr/bin/setpriv',
      ...['--reuid', user, '--regid', user, '--clear-groups', '--pdeathsig', 'INT'],
      `${postgresFolder}/bin/${program}`,
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' },
    },
  );
}

/** The ids of all processes whose root folder is `root`: the engine's and nobody else's. */
export async function engineProcesses(root: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => ((await readlink(`/proc/${id}/root`).catch(() => '')) === root ? Number(id) : 0)),
  );
  return found.filter((id) => id !== 0);
}

/**
 * Waits until no process of the engine under `root` is left, for at most `patienceMs`; those that still run are then
 * killed. Backends of a killed postmaster end by themselves within moments.
 */
export async function clearEngineProcesses(root: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const left = await engineProcesses(root);
    if (left.length === 0) return;
    if (Date.now() > deadline) {
      for (const id of left) kill(id);
    }
    await delay(20);
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
