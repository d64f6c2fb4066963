import { once } from 'node:events';
import { withFileLock } from '../../../sandbox/mongo/engine/file-lock.ts';

// A program that takes a lock and holds it until it is killed.
const [path = ''] = process.argv.slice(2);
await withFileLock(
  path,
  () => undefined,
  async () => {
    process.stdout.write('held\n');
    await once(process, 'never');
  },
);
