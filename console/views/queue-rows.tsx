import type { QueueRow } from '../../reports/ports.ts';
import { vi } from '../texts/vi.ts';
import { Age, CategoryName, ChannelTag, Outside, StatusTag, UrgencyTag } from './parts.tsx';

/** Minutes count (P0, P1): somebody must look within a quarter of an hour. */
const URGENT_WAIT_MAX_MS = 15 * 60_000;

function isLate({ status, urgency, createdAt }: QueueRow, now: Date): boolean {
  const isUrgent = urgency === 'P0' || urgency === 'P1';
  return status === 'new' && isUrgent && now.getTime() - createdAt.getTime() > URGENT_WAIT_MAX_MS;
}

interface QueueRowsProps {
  readonly rows: readonly QueueRow[];
  readonly now: Date;
  /** Who looks. */
  readonly staffId: string;
  /** Rows with a greater id came while the page was open. */
  readonly newestKnown: string;
  /** Of all staff, by id. */
  readonly staffNames: ReadonlyMap<string, string>;
}

/** One line a report, in columns where there is room for them. The column heads are for the eye: each cell tells itself. */
export function QueueRows({ rows, now, staffId, newestKnown, staffNames }: QueueRowsProps) {
  const holderOf = ({ assignedTo }: QueueRow): string | null => {
    if (assignedTo === null) return null;
    return assignedTo === staffId ? vi.queue.me : (staffNames.get(assignedTo) ?? vi.queue.somebody);
  };
  return (
    <div class="rows-frame">
      <div class="row-heads" aria-hidden="true">
        {vi.queue.heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id} class={row.id > newestKnown ? 'row fresh' : 'row'}>
            <Row row={row} now={now} holder={holderOf(row)} isFresh={row.id > newestKnown} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly row: QueueRow;
  readonly now: Date;
  /** Who has it, as whoever looks would say it. */
  readonly holder: string | null;
  readonly isFresh: boolean;
}

function Row({ row, now, holder, isFresh }: RowProps) {
  return (
    <a id={`row-${row.id}`} href={`/console/bao-cao/${row.id}`}>
      <UrgencyTag urgency={row.urgency} />
      <strong class="code">{row.code}</strong>
      <span class="row-main">
        <CategoryName category={row.category} />
        {holder !== null && (
          <span class="muted small">
            {vi.queue.givenTo} <Outside text={holder} />
          </span>
        )}
        {row.unreadFromResident > 0 && <span class="unread">{vi.queue.unread(row.unreadFromResident)}</span>}
      </span>
      <StatusTag status={row.status} />
      <ChannelTag channel={row.channel} />
      <span class="row-evidence">{row.evidenceCount > 0 && vi.queue.evidence(row.evidenceCount)}</span>
      <span class="row-age">
        <span class={isLate(row, now) ? 'late' : ''}>
          <span class="sr">{vi.queue.waitingFor}</span> <Age at={row.createdAt} now={now} />
        </span>
        {isFresh && <b class="just-in">{vi.queue.justIn}</b>}
      </span>
    </a>
  );
}
