import { readConfig, type Config } from '../../config.ts';
import { loadDataKey } from '../../data-key.ts';
import { openDatabase } from '../../database.ts';
import { createLog } from '../../logging.ts';
import { openOutside, type Outside } from '../../outside.ts';

/** Opens what a backup is made of, lets the work be done, and closes it again. `beforeKey` runs while there may be no key yet. */
export async function withOutside<T>(
  work: (outside: Outside) => Promise<T>,
  beforeKey: (config: Config) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const config = readConfig();
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    await beforeKey(config);
    const dataKey = await loadDataKey(config);
    return await work(openOutside({ ...database, config, dataKey, log: createLog('error', process.stderr) }));
  } finally {
    await database.close();
  }
}
