import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { MongoClient, MongoServerError } from 'mongodb';
import { z } from 'zod';

export const replicaSetName = 'embedded';

const alreadyInitialized = 23;
const notYetInitialized = 94;
const patienceMs = 30_000;
const configSchema = z.object({
  config: z.looseObject({
    version: z.number(),
    members: z.array(z.looseObject({ host: z.string() })).length(1),
  }),
});

/**
 * Makes the mongod at `address` the only member of a replica set, whether its data are new or were served under another
 * port before, and waits until it takes writes. Throws when that takes more than 30 s.
 */
export async function makeReplicaSet(address: string): Promise<void> {
  const client = await MongoClient.connect(`mongodb://${address}/?directConnection=true`);
  try {
    const admin = client.db('admin');
    await within(patienceMs, `mongod at ${address} takes no configuration`, () => configure(admin, address));
    await within(patienceMs, `mongod at ${address} does not become a primary`, async () => {
      return (await admin.command({ hello: 1 }))['isWritablePrimary'] === true;
    });
  } finally {
    await client.close();
  }
}

/** True when the configuration is as it should be; false while mongod is still reading the one it has. */
async function configure(admin: Db, address: string): Promise<boolean> {
  try {
    const { config } = configSchema.parse(await admin.command({ replSetGetConfig: 1 }));
    const [member] = config.members;
    if (member === undefined || member.host === address) return true;
    const moved = { ...config, version: config.version + 1, members: [{ ...member, host: address }] };
    await admin.command({ replSetReconfig: moved, force: true });
    return true;
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== notYetInitialized) throw error;
  }
  try {
    await admin.command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host: address }] } });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === alreadyInitialized) return false;
    throw error;
  }
}

async function within(timeMs: number, problem: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + timeMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(problem);
    await delay(50);
  }
}
