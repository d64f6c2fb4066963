import { expect, it } from '@jest/globals';
import { MongoClient, MongoServerSelectionError } from 'mongodb';
import { DatabaseUnavailableError } from '../../../sandbox/mongo/database-error.ts';
import { describeWithEngine, startOwnDatabase, temporaryFolder } from './own-database.ts';

interface Doc {
  _id: string;
}

describeWithEngine('two programs', () => {
  it('have a database each, in folders of their own', async () => {
    const folders = [await temporaryFolder(), await temporaryFolder()];
    const databases = await Promise.all(folders.map(({ path }) => startOwnDatabase(path)));
    const clients = await Promise.all(databases.map(({ uri }) => MongoClient.connect(uri)));
    await Promise.all(
      clients.map((client, index) =>
        client
          .db('own')
          .collection<Doc>('docs')
          .insertOne({ _id: `${index}` }),
      ),
    );
    const found = await Promise.all(
      clients.map((client) => client.db('own').collection<Doc>('docs').findOne()),
    );
    expect(found).toEqual([{ _id: '0' }, { _id: '1' }]);
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(databases.map((database) => database.stop()));
    await Promise.all(folders.map(({ remove }) => remove()));
  }, 90_000);

  it('do not get hold of the same data: the second is told so and the first goes on', async () => {
    const folder = await temporaryFolder();
    const first = await startOwnDatabase(folder.path);
    const second = startOwnDatabase(folder.path, { lockPatienceMs: 300 });
    await expect(second).rejects.toThrow(DatabaseUnavailableError);
    await expect(second).rejects.toThrow('is in use by another program');
    const client = await MongoClient.connect(first.uri);
    await client.db('own').collection<Doc>('docs').insertOne({ _id: 'still' });
    await client.close();
    await first.stop();
    await folder.remove();
  }, 90_000);

  it('cannot reach a database that was stopped', async () => {
    const folder = await temporaryFolder();
    const database = await startOwnDatabase(folder.path);
    await database.stop();
    const client = new MongoClient(database.uri, { serverSelectionTimeoutMS: 200 });
    await expect(client.connect()).rejects.toThrow(MongoServerSelectionError);
    await folder.remove();
  }, 90_000);
});
