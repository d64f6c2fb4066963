import { Agent, request } from 'node:http';

export interface Call {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
}

/** Sends each call once over kept-alive connections, `inFlight` at a time, to a server on loopback. */
export async function sendAll(port: number, calls: readonly Call[], inFlight: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const timesMs: number[] = [];
  let failures = 0;
  let next = 0;
  const one = async (): Promise<void> => {
    for (let call = calls[next++]; call !== undefined; call = calls[next++]) {
      const startedAt = performance.now();
      if ((await post(agent, port, call)) !== 200) failures += 1;
      timesMs.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, one));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  timesMs.sort((a, b) => a - b);
  const at = (share: number): number =>
    timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0;
  return { perSecond: calls.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), failures };
}

function post(agent: Agent, port: number, { path, headers, body }: Call): Promise<number> {
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
