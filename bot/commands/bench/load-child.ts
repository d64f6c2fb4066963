import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadResult } from './load.ts';
import { readySchema, reportSchema, type LoadTask } from './load-task.ts';

/** The residents' phones and the platform, in a process of their own: they share nothing with what is measured. */
export interface LoadChild {
  /** The platform's API, which takes everything. */
  readonly platformUrl: string;
  run(task: LoadTask): Promise<LoadResult>;
  stop(): void;
}

export async function startLoad(): Promise<LoadChild> {
  const child = fork(fileURLToPath(new URL('./load-process.ts', import.meta.url)));
  const heard = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('The load generator ended'));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  const { platformPort } = readySchema.parse(await heard());
  return {
    platformUrl: `http://127.0.0.1:${platformPort}`,
    run: async (task) => {
      const report = heard();
      child.send(task);
      return reportSchema.parse(await report).result;
    },
    stop: () => {
      child.disconnect();
    },
  };
}
