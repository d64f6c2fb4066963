import { randomUUID } from 'node:crypto';
import { Agent, createServer } from 'node:http';
import { z } from 'zod';
import { applyLoad, post, type LoadResult } from './load.ts';
import { taskSchema, type LoadTask } from './load-task.ts';
import { residentId, signedCall } from './zalo-account.ts';

/** A turn whose message has not come back by now is counted as failed. */
const GIVE_UP_MS = 30_000;
const messageSchema = z.object({ recipient: z.object({ user_id: z.string() }) });

/** By resident: called when the platform's API is asked to send to them. */
const awaited = new Map<string, () => void>();

const platform = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const message = messageSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    if (message.success) awaited.get(message.data.recipient.user_id)?.();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ error: 0, message: 'Success', data: { message_id: randomUUID() } }));
  });
});

/** Resolves when the platform is asked to send to the resident. */
function messageTo(userId: string): Promise<boolean> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(false), GIVE_UP_MS);
    awaited.set(userId, () => {
      clearTimeout(giveUp);
      awaited.delete(userId);
      resolve(true);
    });
  });
}

async function work(task: LoadTask): Promise<LoadResult> {
  const { kind, port, path, count, inFlight, firstResident, texts } = task;
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const userOf = (index: number): string => residentId(firstResident + index);
  const textOf = (index: number): string => texts[index % texts.length] ?? '';
  // made beforehand: the load should cost as little as it can while it is measured
  const calls =
    kind === 'webhooks'
      ? Array.from({ length: count }, (_, index) => signedCall(path, userOf(index), textOf(index)))
      : [];
  try {
    return await applyLoad(count, inFlight, async (index) => {
      const userId = userOf(index);
      const call = calls[index] ?? signedCall(path, userId, textOf(index));
      const answered = kind === 'turns' ? messageTo(userId) : Promise.resolve(true);
      const status = await post(agent, port, call);
      return status === 200 && (await answered);
    });
  } finally {
    agent.destroy();
  }
}

process.on('message', (message) => {
  void work(taskSchema.parse(message)).then((result) => process.send?.({ result }));
});
process.on('disconnect', () => process.exit(0));
platform.listen(0, '127.0.0.1', () => {
  const address = platform.address();
  process.send?.({ platformPort: typeof address === 'object' && address !== null ? address.port : 0 });
});
