import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Db } from 'mongodb';
import { zaloSign } from '../adapters/zalo/zalo-wire.ts';
import { until } from './until.ts';

/** A call as it goes over the wire; nothing is corrected on the way. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Sends exactly this, from an address that has not called before. */
export function exactly(origin: string, sent: Sent): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  const from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const body = Buffer.from(sent.body ?? '');
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      {
        hostname,
        port,
        method: sent.method,
        path: sent.path,
        headers: { 'x-forwarded-for': from, 'content-length': body.length, ...sent.headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** A webhook call with Zalo's own signature of exactly these bytes. */
export function zaloCall(secret: string, body: string, headers: Readonly<Record<string, string>> = {}): Sent {
  return {
    method: 'POST',
    path: '/webhooks/zalo',
    headers: { 'content-type': 'application/json', ...zaloSign(body, secret), ...headers },
    body,
  };
}

/** A webhook call with Meta's own signature of exactly these bytes. */
export function metaCall(
  secret: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Sent {
  const mac = createHmac('sha256', secret).update(body).digest('hex');
  return {
    method: 'POST',
    path: '/webhooks/messenger',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${mac}`, ...headers },
    body,
  };
}

export function form(path: string, fields: string, headers: Readonly<Record<string, string>> = {}): Sent {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: fields,
  };
}

export function json(method: string, path: string, body: string | Buffer): Sent {
  return { method, path, headers: { 'content-type': 'application/json' }, body };
}

/** Objects within objects, deeper than any parser that calls itself can go. */
export const deepJson = (levels = 200_000): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

export const randomHex = (): string => randomBytes(12).toString('hex');

/** What runs by itself, whatever comes in: leases, heartbeats, the platforms' echoes of our replies. */
const OF_ITS_OWN = new Set(['sessions', 'processes', 'conversations', 'outbox']);
const NOT_ECHOES = { kind: { $nin: ['echo', 'receipt'] } };

/** How many documents each collection holds, and a hash of what they say. */
async function look(db: Db): Promise<Map<string, { count: number; hash: string }>> {
  const found = new Map<string, { count: number; hash: string }>();
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (name === 'sessions' || name === 'processes') continue;
    const filter = name === 'inbox' ? NOT_ECHOES : {};
    const documents = await db.collection(name).find(filter).sort({ _id: 1 }).toArray();
    const hash = createHash('sha256');
    if (!OF_ITS_OWN.has(name)) hash.update(JSON.stringify(documents));
    found.set(name, { count: documents.length, hash: hash.digest('hex') });
  }
  return found;
}

async function atRest(db: Db): Promise<void> {
  await until('the turns to end', async () => {
    const events = await db.collection('inbox').countDocuments({ status: 'waiting' });
    const rows = await db.collection('outbox').countDocuments({ status: { $in: ['waiting', 'unknown'] } });
    return events + rows === 0;
  });
}

/** Documents that an act added, by collection; `changed` where none was added but some say something else. */
export type Stored = Readonly<Record<string, number | 'changed' | 'replies'>>;

/** Runs an act and tells what it left in the database since the one before, once all that it set off has ended. */
export function createLedger(db: Db) {
  let before: Awaited<ReturnType<typeof look>> | null = null;
  return async <T>(act: () => Promise<T>): Promise<readonly [T, Stored]> => {
    before ??= await look(db);
    const result = await act();
    await atRest(db);
    const after = await look(db);
    const stored: Record<string, number | 'changed' | 'replies'> = {};
    for (const [name, { count, hash }] of after) {
      const old = before.get(name) ?? { count: 0, hash };
      if (count > old.count && name === 'outbox') stored[name] = 'replies';
      else if (count !== old.count) stored[name] = count - old.count;
      else if (hash !== old.hash) stored[name] = 'changed';
    }
    before = after;
    return [result, stored];
  };
}
