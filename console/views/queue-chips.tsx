import type { ReportStatus } from '../../reports/report.ts';
import { STATUSES } from '../../reports/report.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import type { QueueChoice } from '../queue-filter.ts';
import { isOverview } from '../queue-filter.ts';
import { vi } from '../texts/vi.ts';

/** How many reports there are, each count bounded at 1,000. */
export interface QueueCounts {
  /** Open ones only. */
  readonly byStatus: Readonly<Partial<Record<ReportStatus, number>>>;
  /** Open and given to whoever looks. */
  readonly mine: number;
  /** The resident added to them since an officer last acted. */
  readonly unread: number;
}

interface QueueChipsProps {
  readonly choice: QueueChoice;
  readonly counts: QueueCounts;
  /** Sent beside the list, to take the place of the chips on the page. */
  readonly isReplacement?: boolean;
}

/** How many reports are in each open status, what residents added, and the own ones; each leads to its list. */
export function QueueChips({ choice, counts, isReplacement = false }: QueueChipsProps) {
  const { byStatus, mine, unread } = counts;
  const all = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return (
    <ul
      id="queue-chips"
      class="chips"
      aria-label={vi.queue.status}
      hx-swap-oob={isReplacement ? 'true' : undefined}
    >
      <Chip href="/console" name={vi.queue.openCount} count={all} isHere={isOverview(choice)} />
      {STATUSES.filter((status) => byStatus[status] !== undefined).map((status) => (
        <Chip
          key={status}
          href={`/console?trang-thai=${status}`}
          name={STATUS_WORDS[status].label}
          count={byStatus[status] ?? 0}
          isHere={choice.status === status}
        />
      ))}
      <Chip
        href="/console?trang-thai=tat-ca&gui-them=1"
        name={vi.queue.added}
        count={unread}
        isHere={choice.unread}
        calls={unread > 0}
      />
      <Chip href="/console?cua-toi=1" name={vi.queue.mine} count={mine} isHere={choice.mine} />
    </ul>
  );
}

interface ChipProps {
  readonly href: string;
  readonly name: string;
  readonly count: number;
  readonly isHere: boolean;
  /** Somebody is waiting for an answer. */
  readonly calls?: boolean;
}

function Chip({ href, name, count, isHere, calls = false }: ChipProps) {
  return (
    <li>
      <a href={href} aria-current={isHere ? 'true' : undefined}>
        {name} <b class={calls ? 'unread' : undefined}>{countOf(count)}</b>
      </a>
    </li>
  );
}

/** A count that is bounded at 1,000. */
export const countOf = (count: number): string => (count >= 1_000 ? '1.000+' : String(count));
