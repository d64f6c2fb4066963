import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { QueuePlace, QueueRow } from '../../reports/ports.ts';
import type { QueueChoice } from '../queue-filter.ts';
import { isOverview, isWaitingList, toQuery } from '../queue-filter.ts';
import { minuteOf } from '../readable.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Bell } from './bell.tsx';
import { AlertStrip } from './alert-strip.tsx';
import type { QueueCounts } from './queue-chips.tsx';
import { countOf, QueueChips } from './queue-chips.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRows } from './queue-rows.tsx';
import { Empty } from './parts.tsx';
import { SearchBox } from './search-box.tsx';

/** One page of the queue. */
export interface QueueContent {
  readonly choice: QueueChoice;
  /** Not taken yet, most urgent first. */
  readonly alerts: readonly DutyAlert[];
  /** What waits for an officer, most urgent first, and how much of that there is; null where it is not listed. */
  readonly waiting: { readonly rows: readonly QueueRow[]; readonly total: number } | null;
  readonly listed: readonly QueueRow[];
  readonly next: QueuePlace | null;
  /** The newest report when the page was opened. */
  readonly newestKnown: string;
  /** What came since. */
  readonly fresh: readonly QueueRow[];
  readonly fingerprint: string;
}

interface QueueListProps {
  readonly visit: StaffVisit;
  readonly content: QueueContent;
  /** Of all staff, by id. */
  readonly staffNames: ReadonlyMap<string, string>;
}

interface QueuePageProps extends QueueListProps {
  readonly counts: QueueCounts;
}

export function QueuePage({ visit, content, staffNames, counts }: QueuePageProps) {
  return (
    <>
      <div class="page-head">
        <h1>{vi.queue.title}</h1>
        <Bell />
      </div>
      <QueueChips choice={content.choice} counts={counts} />
      <div class="toolbar">
        <SearchBox visit={visit} />
        <QueueFilters choice={content.choice} />
      </div>
      <QueueList visit={visit} content={content} staffNames={staffNames} />
    </>
  );
}

/** The part that htmx draws anew. Pages further back stay as they are. */
export function QueueList({ visit, content, staffNames }: QueueListProps) {
  const { now } = visit;
  const { choice, waiting, listed, next } = content;
  const query = toQuery(choice, {
    sau: content.newestKnown,
    dau: content.fingerprint,
    phut: minuteOf(now),
  });
  const live =
    choice.after === null
      ? { 'hx-get': `/console/hang-doi?${query}`, 'hx-trigger': 'every 5s', 'hx-swap': 'outerHTML' }
      : {};
  const seen = { now, staffId: visit.staff.id, newestKnown: content.newestKnown, staffNames };
  const isNothing = listed.length === 0 && (waiting === null || waiting.rows.length === 0);
  return (
    <div id="queue" {...live}>
      <AlertStrip visit={visit} alerts={content.alerts} />
      <FreshBanner content={content} />
      {isNothing && isOverview(choice) && <Empty title={vi.queue.emptyTitle} text={vi.queue.empty} />}
      {isNothing && !isOverview(choice) && <Empty title={vi.queue.noneTitle} text={vi.queue.none} />}
      {waiting !== null && !isNothing && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">
            {vi.queue.waiting} <b>{countOf(waiting.total)}</b>{' '}
            <span class="muted small">{vi.queue.waitingLead}</span>
          </h2>
          {waiting.rows.length === 0 ? (
            <p class="muted">{vi.queue.nothingWaiting}</p>
          ) : (
            <QueueRows rows={waiting.rows} {...seen} />
          )}
          {isOverview(choice) && waiting.total > waiting.rows.length && (
            <a href="/console?trang-thai=new">{vi.queue.allWaiting(countOf(waiting.total))}</a>
          )}
        </section>
      )}
      {listed.length > 0 && (
        <section aria-labelledby="listed">
          <h2 id="listed">
            {waiting === null ? vi.queue.found : vi.queue.working}{' '}
            <span class="muted small">{vi.queue.listedLead}</span>
          </h2>
          <QueueRows rows={listed} {...seen} />
        </section>
      )}
      <Pager choice={choice} next={next} />
      {choice.after === null && <p class="muted small">{vi.queue.live}</p>}
    </div>
  );
}

function FreshBanner({ content }: { readonly content: QueueContent }) {
  const { fresh } = content;
  const urgent = fresh.filter(({ urgency }) => urgency === 'P0' || urgency === 'P1');
  return (
    <div class="fresh-banner" data-alarm={urgent.map(({ id }) => id).join(' ')}>
      {fresh.length > 0 && (
        <p class={urgent.length > 0 ? 'notice notice-bad' : 'notice notice-good'}>
          <span>
            <strong>{vi.queue.fresh(fresh.length)}</strong>
            {urgent.length > 0 && `, ${vi.queue.freshUrgent}`}.
          </span>{' '}
          <a href={`/console?${toQuery(content.choice)}`}>{vi.queue.seen}</a>
        </p>
      )}
    </div>
  );
}

function Pager({ choice, next }: { readonly choice: QueueChoice; readonly next: QueuePlace | null }) {
  if (next === null && choice.after === null) return null;
  const [toTop, onward] = isWaitingList(choice)
    ? [vi.queue.toTop, vi.queue.further]
    : [vi.common.newest, vi.common.older];
  return (
    <nav class="pager" aria-label={onward}>
      {choice.after !== null && <a href={`/console?${toQuery({ ...choice, after: null })}`}>{toTop}</a>}
      {next !== null && <a href={`/console?${toQuery({ ...choice, after: next })}`}>{onward}</a>}
    </nav>
  );
}
