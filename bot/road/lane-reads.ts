import { createGatheredCall } from '../../adapters/mongo/gathered-call.ts';

const LANES_TOGETHER = 32;
const READS_UNDER_WAY = 1;

interface OfLane {
  readonly lane: string | null;
}

/**
 * Reads the first rows of a lane; lanes that are asked for at the same time are read in one query. `read` gives at most
 * `limit` rows of the lanes named, those of a lane in their order.
 */
export function createLaneReads<Row extends OfLane>(options: {
  readonly rowsPerLane: number;
  readonly read: (lanes: readonly string[], limit: number) => Promise<Row[]>;
}): (lane: string) => Promise<Row[]> {
  const { rowsPerLane, read } = options;
  const alone = (lane: string): Promise<Row[]> => read([lane], rowsPerLane);
  return createGatheredCall<string, Row[]>({
    alone,
    together: async (lanes) => {
      const limit = rowsPerLane * lanes.length;
      const rows = await read(lanes, limit);
      const byLane = new Map<string | null, Row[]>(lanes.map((lane) => [lane, []]));
      for (const row of rows) byLane.get(row.lane)?.push(row);
      // a lane with a long backlog may have used up the room of others
      const isCut = rows.length === limit;
      return Promise.all(
        lanes.map(async (lane) => {
          const found = byLane.get(lane) ?? [];
          return isCut && found.length < rowsPerLane ? alone(lane) : found.slice(0, rowsPerLane);
        }),
      );
    },
    maxTogether: LANES_TOGETHER,
    maxUnderWay: READS_UNDER_WAY,
  });
}
