import type { Clock } from '../../reports/ports.ts';
import type { Log } from '../logging.ts';
import type { OutboxDocument } from './documents.ts';
import { createLaneRounds } from './lane-rounds.ts';
import { ROWS_PER_ROUND, SEND_LEASE_MS, type Outbox } from './outbox.ts';
import type { SendRow } from './send-row.ts';
import { createSendsUnderWay } from './sends-under-way.ts';

const CONCURRENCY = 32;
/** Rows that another process is sending are looked at again after this time: ours may come behind them. */
const HELD_PAUSE_MS = 250;
/**
 * With less of its lease left, a row is leased anew before it is sent: nobody else may take it before its outcome is
 * written down, also where clocks differ by some seconds.
 */
const LEASE_NEEDED_MS = SEND_LEASE_MS * 0.75;
/** Rows that this process holds are looked at again this long after the database was away. */
const AFTER_TROUBLE_MS = 1_000;
/** The echo of a message of unknown outcome settles it, maybe in another process: looked for this often. */
const ECHO_LOOK_MS = 2_000;

/** Hands the outbox to the platforms: in order within a conversation, each row until its outcome is known. */
export interface Sender {
  start(): void;
  wake(lane: string): void;
  /**
   * Takes no more rows and resolves when those under way have ended, or after `withinMs`: one whose outcome is not known
   * by then is left for others as such.
   */
  stop(withinMs: number): Promise<void>;
}

export function createSender(options: {
  readonly outbox: Outbox;
  readonly sendRow: SendRow;
  readonly clock: Clock;
  readonly processId: string;
  readonly log: Log;
}): Sender {
  const { outbox, sendRow, clock, processId, log } = options;
  const underWay = createSendsUnderWay(sendRow, outbox, clock);

  const wakeAt = (lane: string, at: Date): void => {
    rounds.wakeAfter(lane, Math.max(0, at.getTime() - clock().getTime()));
  };

  const wakeWhenDue = (row: OutboxDocument, change: Partial<OutboxDocument>): void => {
    const { status, notBefore } = { ...row, ...change };
    const soon = new Date(clock().getTime() + ECHO_LOOK_MS);
    wakeAt(row.lane, status === 'unknown' && soon < notBefore ? soon : notBefore);
  };

  /** Whether this process may send the row: its own, or one that nobody holds any more. */
  const mayHave = async (row: OutboxDocument): Promise<boolean> => {
    const now = clock();
    const leftMs = row.leaseUntil.getTime() - now.getTime();
    const isOurs = row.owner === processId;
    if (underWay.isInDoubt(row)) {
      await outbox.doubt(row);
      underWay.settled(row);
      wakeAt(row.lane, new Date(now.getTime() + HELD_PAUSE_MS));
      return false;
    }
    if (isOurs && leftMs >= LEASE_NEEDED_MS) return true;
    if (isOurs || row.owner === null) return outbox.takeOver(row, processId);
    if (leftMs <= 0) await outbox.doubt(row);
    wakeAt(row.lane, new Date(now.getTime() + HELD_PAUSE_MS));
    return false;
  };

  /** Whether there may be more: what is written meanwhile wakes the lane by itself. */
  const workLane = async (lane: string): Promise<boolean> => {
    const rows = await outbox.ofLane(lane);
    for (const row of rows) {
      if (row.notBefore > clock()) {
        wakeWhenDue(row, {});
        return false;
      }
      if (!(await mayHave(row))) return false;
      const change = await underWay.sendRow(row);
      if (!change.goOn) {
        wakeWhenDue(row, change.row);
        return false;
      }
    }
    return rows.length === ROWS_PER_ROUND;
  };

  const rounds = createLaneRounds({
    concurrency: CONCURRENCY,
    workLane,
    onTrouble: (lane, error) => {
      log.warn('outbox left for later', { error });
      rounds.wakeAfter(lane, AFTER_TROUBLE_MS);
    },
    findLanes: () => outbox.abandonedLanes(),
    onUnreadable: (error) => {
      log.warn('outbox not readable', { error });
    },
  });
  return {
    ...rounds,
    stop: async (withinMs) => {
      await rounds.stop(withinMs);
      await underWay.leave();
    },
  };
}
