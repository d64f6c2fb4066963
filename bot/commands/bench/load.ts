import { request, type Agent } from 'node:http';
import type { Call } from './zalo-account.ts';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
}

/** Does `act` `count` times, `inFlight` at a time; it says whether it went well. */
export async function applyLoad(
  count: number,
  inFlight: number,
  act: (index: number) => Promise<boolean>,
): Promise<LoadResult> {
  const timesMs: number[] = [];
  let failures = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const startedAt = performance.now();
      if (!(await act(index))) failures += 1;
      timesMs.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  timesMs.sort((a, b) => a - b);
  const at = (share: number): number =>
    timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0;
  return { perSecond: count / seconds, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), failures };
}

/** The status that a call to a server on loopback is answered with. */
export function post(agent: Agent, port: number, { path, headers, body }: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      port,
      path,
      host: '127.0.0.1',
      method: 'POST',
      headers: { ...headers, 'content-length': body.length },
    };
    const sent = request(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The run of a series that was disturbed least by whatever else the machine was doing. */
export function best(results: readonly LoadResult[]): LoadResult {
  return results.reduce((one, other) => (other.perSecond > one.perSecond ? other : one));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
