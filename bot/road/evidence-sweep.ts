import { holdsEvidence } from '../../dialogs/held-evidence.ts';
import type { EvidenceShelf } from '../../reports/evidence-ports.ts';
import type { Clock } from '../../reports/ports.ts';
import type { Log } from '../logging.ts';
import { DEAD, WAITING, type RoadCollections } from './documents.ts';
import { createPoller, type Poller } from './poller.ts';
import type { RoadCipher } from './sealing.ts';

const EVERY_MS = 6 * 3_600_000;
/** Nothing younger is looked at: its turn may still run, or the resident think again about a report given up. */
const SAFE_AGE_MS = 24 * 3_600_000;
const FILES_AT_ONCE = 200;

/**
 * Deletes files that belong to nothing any more: of reports given up or put off too long, and of turns that never ended.
 * Looks first at messages that still wait, then at the conversation, then at the reports: a file only ever moves in this
 * direction, so what is in none of them in this order is in none at all.
 */
export function createEvidenceSweep(options: {
  readonly shelf: EvidenceShelf;
  readonly collections: Pick<RoadCollections, 'inbox' | 'conversations'>;
  readonly cipher: Pick<RoadCipher, 'open'>;
  readonly clock: Clock;
  readonly log: Log;
}): Poller & { sweep(): Promise<void> } {
  const { shelf, collections, cipher, clock, log } = options;

  /** Events that wait or were given up may be worked again, with their files. */
  const lanesWithWork = async (lanes: readonly string[]): Promise<ReadonlySet<string>> => {
    const busy = new Set<string>();
    // twice what waits: an event may be given up on, or put back, between two reads
    for (const state of [WAITING, DEAD, WAITING]) {
      const found = collections.inbox.find({ lane: { $in: [...lanes] }, ...state });
      for (const { lane } of await found.project<{ lane: string }>({ lane: 1 }).toArray()) busy.add(lane);
    }
    return busy;
  };

  const heldBy = async (lane: string): Promise<(id: string) => boolean> => {
    const conversation = await collections.conversations.findOne({ _id: lane });
    const sealed = conversation?.sealed ?? null;
    return sealed === null ? () => false : holdsEvidence(cipher.open(sealed), clock());
  };

  const sweepPage = async (files: Awaited<ReturnType<EvidenceShelf['loose']>>): Promise<number> => {
    const lanes = [...new Set(files.map(({ residentKey }) => residentKey))];
    const busy = await lanesWithWork(lanes);
    const held = new Map<string, (id: string) => boolean>();
    for (const lane of lanes) held.set(lane, await heldBy(lane));
    const free = files.filter(
      ({ id, residentKey }) => !busy.has(residentKey) && held.get(residentKey)?.(id) !== true,
    );
    const reported = await shelf.inReports(files.map(({ id }) => id));
    if (reported.size > 0) await shelf.settle([...reported]);
    const orphans = free.filter(({ id }) => !reported.has(id));
    for (const { id } of orphans) await shelf.remove(id);
    return orphans.length;
  };

  const sweep = async (): Promise<void> => {
    const before = new Date(clock().getTime() - SAFE_AGE_MS);
    let removed = 0;
    let after = '';
    for (;;) {
      const files = await shelf.loose(before, after, FILES_AT_ONCE);
      const last = files.at(-1);
      if (last === undefined) break;
      removed += await sweepPage(files);
      after = last.id;
    }
    if (removed > 0) log.info('evidence of no report deleted', { count: removed });
  };

  const poller = createPoller({
    everyMs: EVERY_MS,
    round: async () => {
      try {
        await sweep();
      } catch (error) {
        log.warn('evidence not swept', { error });
      }
    },
  });
  return {
    start: () => {
      poller.start();
    },
    stop: () => poller.stop(),
    sweep,
  };
}
