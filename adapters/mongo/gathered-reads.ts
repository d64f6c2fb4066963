import { createGatheredCall } from './gathered-call.ts';

/** Half of the lanes that are worked beside each other: a read that hangs leaves room for the others. */
const KEYS_TOGETHER = 16;
const READS_UNDER_WAY = 1;

/**
 * Reads the first rows of a key, such as a lane; keys that are asked for at the same time are read in one query. `read`
 * gives at most `limit` rows of the keys named, those of a key in their order.
 */
export function createGatheredReads<Row>(options: {
  readonly rowsPerKey: number;
  readonly keyOf: (row: Row) => string | null;
  readonly read: (keys: readonly string[], limit: number) => Promise<Row[]>;
}): (key: string) => Promise<Row[]> {
  const { rowsPerKey, keyOf, read } = options;
  const alone = (key: string): Promise<Row[]> => read([key], rowsPerKey);
  return createGatheredCall<string, Row[]>({
    alone,
    together: async (keys) => {
      const limit = rowsPerKey * keys.length;
      const rows = await read(keys, limit);
      const byKey = new Map<string | null, Row[]>(keys.map((key) => [key, []]));
      for (const row of rows) byKey.get(keyOf(row))?.push(row);
      // a key with many rows may have used up the room of others
      const isCut = rows.length === limit;
      return Promise.all(
        keys.map(async (key) => {
          const found = byKey.get(key) ?? [];
          return isCut && found.length < rowsPerKey ? alone(key) : found.slice(0, rowsPerKey);
        }),
      );
    },
    maxTogether: KEYS_TOGETHER,
    maxUnderWay: READS_UNDER_WAY,
  });
}
