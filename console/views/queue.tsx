import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { QueueRow } from '../../reports/ports.ts';
import type { QueueChoice } from '../queue-filter.ts';
import { toQuery } from '../queue-filter.ts';
import { minuteOf } from '../readable.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { AlertStrip } from './alert-strip.tsx';
import type { QueueCounts } from './queue-chips.tsx';
import { QueueChips } from './queue-chips.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRows } from './queue-rows.tsx';
import { Empty } from './parts.tsx';
import { SearchBox } from './search-box.tsx';

/** One page of the queue. */
export interface QueueContent {
  readonly choice: QueueChoice;
  /** Not taken yet, most urgent first. */
  readonly alerts: readonly DutyAlert[];
  /** Null when something is filtered: then everything found is in `listed`. */
  readonly waiting: readonly QueueRow[] | null;
  readonly hasMoreWaiting: boolean;
  readonly listed: readonly QueueRow[];
  readonly next: string | null;
  /** The newest report when the page was opened. */
  readonly newestKnown: string;
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
        <button
          class="quiet bell"
          type="button"
          data-on={vi.queue.bellOn}
          data-off={vi.queue.bellOff}
          title={vi.queue.bellHint}
          hidden
        />
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
    choice.before === null
      ? { 'hx-get': `/console/hang-doi?${query}`, 'hx-trigger': 'every 5s', 'hx-swap': 'outerHTML' }
      : {};
  const seen = { now, staffId: visit.staff.id, newestKnown: content.newestKnown, staffNames };
  const isNothing = listed.length === 0 && (waiting ?? []).length === 0;
  return (
    <div id="queue" {...live}>
      <AlertStrip visit={visit} alerts={content.alerts} />
      <FreshBanner content={content} />
      {isNothing && waiting !== null && <Empty title={vi.queue.emptyTitle} text={vi.queue.empty} />}
      {isNothing && waiting === null && <Empty title={vi.queue.noneTitle} text={vi.queue.none} />}
      {waiting !== null && !isNothing && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">
            {vi.queue.waiting} <span class="muted small">{vi.queue.waitingLead}</span>
          </h2>
          {waiting.length === 0 ? (
            <p class="muted">{vi.queue.nothingWaiting}</p>
          ) : (
            <QueueRows rows={waiting} {...seen} />
          )}
          {content.hasMoreWaiting && <a href="/console?trang-thai=new">{vi.queue.more}</a>}
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
      {choice.before === null && <p class="muted small">{vi.queue.live}</p>}
    </div>
  );
}

function freshRows({ waiting, listed, newestKnown }: QueueContent): readonly QueueRow[] {
  return [...(waiting ?? []), ...listed].filter(({ id }) => id > newestKnown);
}

function FreshBanner({ content }: { readonly content: QueueContent }) {
  const fresh = content.choice.before === null ? freshRows(content) : [];
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

function Pager({ choice, next }: { readonly choice: QueueChoice; readonly next: string | null }) {
  if (next === null && choice.before === null) return null;
  return (
    <nav class="pager" aria-label={vi.common.older}>
      {choice.before !== null && (
        <a href={`/console?${toQuery({ ...choice, before: null })}`}>{vi.common.newest}</a>
      )}
      {next !== null && <a href={`/console?${toQuery({ ...choice, before: next })}`}>{vi.common.older}</a>}
    </nav>
  );
}
