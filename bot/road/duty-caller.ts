import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { DutyBell, DutyCalls, DutyNotice } from '../../reports/duty-ports.ts';
import type { Clock, ReportReader } from '../../reports/ports.ts';
import type { Log } from '../logging.ts';
import { createPoller } from './poller.ts';

const EVERY_MS = 5_000;
/** Longer than a call may take: until then no other program tries the same alert. */
const CLAIM_MS = 30_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** One round ends after so many, so that a stop never waits long. */
const CALLS_PER_ROUND = 20;

export interface DutyCaller {
  /** An alert was stored: tell it now. */
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

/**
 * Tells the duty officer of stored alerts by other means than the console, again and again until it is taken over there or
 * somebody took the alert. What a program that died had claimed is told by the next; twice at most, never not at all.
 */
export function createDutyCaller(options: {
  readonly calls: DutyCalls;
  readonly bell: DutyBell;
  readonly reports: Pick<ReportReader, 'byId'>;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}): DutyCaller {
  const { calls, bell, reports, publicUrl, clock, log, everyMs = EVERY_MS } = options;
  const later = (ms: number): Date => new Date(clock().getTime() + ms);

  const noticeOf = async (alert: DutyAlert): Promise<DutyNotice> => {
    const { id, at, urgency, slug, reportId } = alert;
    const report = reportId === null ? null : await reports.byId(reportId);
    const page = report === null ? 'bao-dong' : `bao-cao/${report.id}`;
    return {
      id,
      at,
      urgency,
      code: report?.code ?? null,
      category: report?.category ?? null,
      matter: slug,
      url: `${publicUrl}/console/${page}`,
    };
  };

  const callOne = async (): Promise<boolean> => {
    const claimed = await calls.claim(clock(), later(CLAIM_MS));
    if (claimed === null) return false;
    const { alert, attempts } = claimed;
    if (await bell.ring(await noticeOf(alert))) {
      await calls.told(alert.id, clock());
      return true;
    }
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
    await calls.postpone(alert.id, later(pauseMs));
    log.warn('duty call not answered', { eventId: alert.id, code: alert.urgency, count: attempts });
    return true;
  };

  const callAll = async (): Promise<void> => {
    try {
      for (let made = 0; made < CALLS_PER_ROUND && (await callOne()); made += 1);
    } catch (error) {
      log.warn('duty calls not made', { error });
    }
  };

  let current = Promise.resolve();
  const round = (): Promise<void> => {
    current = current.then(callAll);
    return current;
  };
  const poller = createPoller({ everyMs, round });
  return {
    wake: () => {
      void round();
    },
    start: () => {
      poller.start();
    },
    stop: async () => {
      await poller.stop();
      await current;
    },
  };
}
