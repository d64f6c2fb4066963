import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createConversations, type Conversations } from '../../../bot/road/conversations.ts';
import { roadCollections } from '../../../bot/road/documents.ts';
import { createInbox } from '../../../bot/road/inbox.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { said } from '../../support/road.ts';

describe('What many lanes ask the database at the same time', () => {
  let database: TestDatabase;
  const clock = (): Date => new Date();

  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const open = () => {
    const collection = roadCollections(database.db).inbox;
    return createInbox({ collection, cipher: createFieldCipher(randomBytes(32)), clock });
  };

  it('calls that bring events at once are each told which of theirs were new', async () => {
    const inbox = open();
    const [one, other] = [said('u1', 'một'), said('u2', 'hai')];
    await inbox.store('zalo', [one]);
    const results = await Promise.all(
      [[one], [other], [other], [one, said('u3', 'ba')]].map((events) => inbox.store('zalo', events)),
    );
    expect(results.map(({ repeated }) => repeated)).toEqual([1, expect.any(Number), expect.any(Number), 1]);
    expect((results[1]?.stored ?? 0) + (results[2]?.stored ?? 0)).toBe(1);
    expect(await roadCollections(database.db).inbox.countDocuments()).toBe(3);
  });

  it('a lane with a long backlog takes no room from the others, and each keeps its order', async () => {
    const inbox = open();
    const long = Array.from({ length: 70 }, (_, index) => said('long', String(index)));
    const { lanes: longLane } = await inbox.store('zalo', long);
    const { lanes } = await inbox.store('zalo', [said('u1', 'a'), said('u2', 'b'), said('u1', 'c')]);
    const read = await Promise.all([...longLane, ...lanes].map((lane) => inbox.ofLane(lane)));
    expect(read.map((events) => events.length)).toEqual([20, 2, 1]);
    expect(read[0]?.map(({ eventKey }) => eventKey)).toEqual(long.slice(0, 20).map(({ key }) => key));
  });

  /** Two processes that run. */
  const twoProcesses = async (): Promise<[Conversations, Conversations]> => {
    const collections = roadCollections(database.db);
    const register = (_id: string) =>
      collections.processes.insertOne({ _id, host: 'here', pid: 1, beatAt: clock() });
    await register('one');
    await register('two');
    const of = (processId: string) => createConversations({ collections, processId, clock });
    return [of('one'), of('two')];
  };
  const claimAll = (conversations: Conversations, lanes: readonly string[]) =>
    Promise.all(lanes.map((lane) => conversations.claim(lane, 'zalo')));

  it.each([[['a']], [['a', 'b', 'c']]])(
    'a claim on %j whose answer was lost is taken anew by the same process, and by no other',
    async (lanes) => {
      const [mine, others] = await twoProcesses();
      const lost = await claimAll(mine, lanes);
      expect(await claimAll(others, lanes)).toEqual(lanes.map(() => null));
      expect(await claimAll(mine, lanes)).toMatchObject(
        lost.map((claimed) => ({ _id: claimed?._id, fence: 2 })),
      );
    },
  );

  it.each([[['a']], [['a', 'b', 'c']]])(
    'conversations %j of a process that runs no more are claimed by one of those that run',
    async (lanes) => {
      const [dead, alive] = await twoProcesses();
      await claimAll(dead, lanes);
      await roadCollections(database.db).processes.deleteOne({ _id: 'one' });
      expect(await claimAll(alive, lanes)).toMatchObject(lanes.map((_id) => ({ _id, fence: 2 })));
      expect(await claimAll(dead, lanes)).toEqual(lanes.map(() => null));
    },
  );

  it('a conversation is claimed by one of those who want it, known or not', async () => {
    const processes = await twoProcesses();
    const lanes = ['a', 'b', 'c', 'd'];
    for (const fence of [1, 2]) {
      const [ours = [], theirs = []] = await Promise.all(processes.map((each) => claimAll(each, lanes)));
      for (const [index, lane] of lanes.entries()) {
        const holders = [ours[index], theirs[index]].filter((held) => held !== null);
        expect(holders).toMatchObject([{ _id: lane, fence }]);
        await processes[0].release(holders[0]!);
      }
    }
  });
});
