import { describe, expect, it } from '@jest/globals';
import { createLaneQueue } from '../../../bot/road/lane-queue.ts';

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('Lane queue', () => {
  it('never runs a lane twice at once, and once more when it was woken meanwhile', async () => {
    const runs: string[] = [];
    const first = gate();
    const second = gate();
    const queue = createLaneQueue({
      concurrency: 4,
      maxQueued: 10,
      work: async (lane) => {
        runs.push(lane);
        if (runs.length === 1) await first.opened;
        else second.open();
      },
    });
    queue.wake('a');
    queue.wake('a');
    queue.wake('a');
    expect(runs).toEqual(['a']);
    first.open();
    await second.opened;
    await queue.stop();
    expect(runs).toEqual(['a', 'a']);
  });

  it('runs as many lanes beside each other as it may, no more', async () => {
    const started: string[] = [];
    const done = gate();
    const queue = createLaneQueue({
      concurrency: 2,
      maxQueued: 10,
      work: async (lane) => {
        started.push(lane);
        await done.opened;
      },
    });
    for (const lane of ['a', 'b', 'c']) queue.wake(lane);
    expect(started).toEqual(['a', 'b']);
    expect(queue.size()).toBe(3);
    done.open();
    await queue.stop();
  });

  it('keeps its memory bounded: lanes beyond the limit are left to polling', () => {
    const queue = createLaneQueue({ concurrency: 1, maxQueued: 2, work: () => new Promise(() => undefined) });
    for (let lane = 0; lane < 100; lane++) queue.wake(String(lane));
    expect(queue.size()).toBe(3);
  });

  it('takes nothing more once it is stopped', async () => {
    const runs: string[] = [];
    const queue = createLaneQueue({
      concurrency: 1,
      maxQueued: 2,
      work: (lane) => {
        runs.push(lane);
        return Promise.resolve();
      },
    });
    await queue.stop();
    queue.wake('a');
    expect(runs).toEqual([]);
  });
});
