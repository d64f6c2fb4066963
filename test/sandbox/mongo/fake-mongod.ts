import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BSON } from 'mongodb';
import { readCommand } from '../../../sandbox/mongo/front/command.ts';
import { messageSize, readMessage, replyFrame } from '../../../sandbox/mongo/front/wire-message.ts';

// As much of mongod as it takes to see how it is started: its version, its log line, and the set-up of a replica set
// that outlives it in its data folder. The real one cannot be had everywhere.
const { values } = parseArgs({
  strict: false,
  options: { version: { type: 'boolean' }, port: { type: 'string' }, dbpath: { type: 'string' } },
});

if (values.version === true) {
  process.stdout.write('db version v8.0.4\n');
} else {
  serve(Number(values.port), join(String(values.dbpath), 'config.json'));
}

function serve(port: number, configPath: string): void {
  const address = `127.0.0.1:${port}`;
  const config = (): BSON.Document | undefined => {
    try {
      return JSON.parse(readFileSync(configPath, 'utf8')) as BSON.Document;
    } catch {
      return undefined;
    }
  };
  // mongod reads the configuration it has after it has begun to answer; until then it knows of none and takes none.
  let asked = 0;
  const isReading = config() !== undefined;
  const answer = (name: string, spec: BSON.Document): BSON.Document => {
    const members = (config()?.['members'] ?? []) as { host: string }[];
    switch (name) {
      case 'replSetGetConfig':
        asked += 1;
        return config() === undefined || (isReading && asked < 3)
          ? { ok: 0, code: 94, codeName: 'NotYetInitialized', errmsg: 'no replset config has been received' }
          : { ok: 1, config: config() };
      case 'replSetInitiate':
        if (config() !== undefined) {
          return { ok: 0, code: 23, codeName: 'AlreadyInitialized', errmsg: 'already initialized' };
        }
        writeFileSync(configPath, JSON.stringify({ ...(spec[name] as object), version: 1 }));
        return { ok: 1 };
      case 'replSetReconfig':
        writeFileSync(configPath, JSON.stringify(spec[name]));
        return { ok: 1 };
      default:
        // A member that does not find itself in the set's configuration is no primary.
        return {
          ok: 1,
          isWritablePrimary: members.some(({ host }) => host === address),
          ismaster: members.some(({ host }) => host === address),
          ...(members.length === 0
            ? {}
            : { setName: 'embedded', hosts: members.map(({ host }) => host), me: address }),
          maxWireVersion: 25,
          minWireVersion: 0,
          maxBsonObjectSize: 16_777_216,
          maxMessageSizeBytes: 48_000_000,
          logicalSessionTimeoutMinutes: 30,
        };
    }
  };
  createServer((socket) => {
    let rest = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 16 && rest.length >= messageSize(rest)) {
        const request = readMessage(rest.subarray(0, messageSize(rest)));
        rest = rest.subarray(messageSize(rest));
        const command = readCommand(request);
        socket.write(
          replyFrame(request, BSON.serialize(answer(command.name, BSON.deserialize(command.spec)))),
        );
      }
    });
  }).listen(port, '127.0.0.1', () => process.stdout.write('Waiting for connections\n'));
}
