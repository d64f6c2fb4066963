import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { QueueRow } from '../../reports/ports.ts';
import type { ReportStatus } from '../../reports/report.ts';
import { STATUSES } from '../../reports/report.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import type { QueueChoice } from '../queue-filter.ts';
import { toQuery } from '../queue-filter.ts';
import { minuteOf } from '../readable.ts';
import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { AlertStrip } from './alert-strip.tsx';
import { QueueSearch } from './queue-search.tsx';
import { Age, CategoryName, ChannelTag, Empty, StatusTag, UrgencyTag } from './parts.tsx';

/** One page of the queue. */
export interface QueueContent {
  readonly choice: QueueChoice;
  /** Not taken yet, oldest first. */
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

interface RowsOf {
  readonly now: Date;
  readonly content: QueueContent;
}

interface QueueListProps {
  readonly visit: Visit;
  readonly content: QueueContent;
}

interface QueuePageProps extends QueueListProps {
  readonly counts: Readonly<Partial<Record<ReportStatus, number>>>;
  /** Searched for and not found. */
  readonly unknownCode: string | null;
}

export function QueuePage({ visit, content, counts, unknownCode }: QueuePageProps) {
  return (
    <>
      <div class="page-head">
        <h1>{vi.queue.title}</h1>
        <button class="quiet bell" type="button" data-bell={vi.queue.bellOn} title={vi.queue.bellHint} hidden>
          {vi.queue.bellOff}
        </button>
      </div>
      <ul class="chips" aria-label={vi.queue.status}>
        {Object.entries(counts).map(([status, count]) => (
          <li key={status}>
            <a
              href={`/console?trang-thai=${status}`}
              aria-current={content.choice.status === status ? 'true' : undefined}
            >
              {STATUSES.filter((known) => known === status).map((known) => STATUS_WORDS[known].label)}{' '}
              <b>{count >= 1_000 ? '1.000+' : count}</b>
            </a>
          </li>
        ))}
      </ul>
      <QueueSearch choice={content.choice} unknownCode={unknownCode} />
      <QueueList visit={visit} content={content} />
    </>
  );
}

/** The part that htmx draws anew. Pages further back stay as they are. */
export function QueueList({ visit, content }: QueueListProps) {
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
  const isNothing = listed.length === 0 && (waiting ?? []).length === 0;
  return (
    <div id="queue" {...live}>
      <AlertStrip visit={visit} alerts={content.alerts} />
      <FreshBanner content={content} />
      {isNothing && waiting !== null && <Empty title={vi.queue.emptyTitle} text={vi.queue.empty} />}
      {isNothing && waiting === null && <Empty title={vi.queue.noneTitle} text={vi.queue.none} />}
      {waiting !== null && !isNothing && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{vi.queue.waiting}</h2>
          {waiting.length === 0 ? (
            <p class="muted">{vi.queue.nothingWaiting}</p>
          ) : (
            <Rows rows={waiting} now={now} content={content} />
          )}
          {content.hasMoreWaiting && <a href="/console?trang-thai=new">{vi.queue.more}</a>}
        </section>
      )}
      {listed.length > 0 && (
        <section aria-labelledby="listed">
          <h2 id="listed">{waiting === null ? vi.queue.found : vi.queue.working}</h2>
          <Rows rows={listed} now={now} content={content} />
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

/** Minutes count (P0, P1): somebody must look within a quarter of an hour. */
const URGENT_WAIT_MAX_MS = 15 * 60_000;

function isLate({ status, urgency, createdAt }: QueueRow, now: Date): boolean {
  const isUrgent = urgency === 'P0' || urgency === 'P1';
  return status === 'new' && isUrgent && now.getTime() - createdAt.getTime() > URGENT_WAIT_MAX_MS;
}

interface RowsProps extends RowsOf {
  readonly rows: readonly QueueRow[];
}

function Rows({ rows, now, content }: RowsProps) {
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.id} class={row.id > content.newestKnown ? 'row fresh' : 'row'}>
          <a id={`row-${row.id}`} href={`/console/bao-cao/${row.id}`}>
            <UrgencyTag urgency={row.urgency} />
            <span class="row-main">
              <strong class="code">{row.code}</strong>
              <CategoryName category={row.category} />
            </span>
            <span class="row-facts">
              <StatusTag status={row.status} />
              <ChannelTag channel={row.channel} />
              {row.evidenceCount > 0 && <span>{vi.queue.evidence(row.evidenceCount)}</span>}
              {row.unreadFromResident > 0 && (
                <span class="unread">{vi.queue.unread(row.unreadFromResident)}</span>
              )}
            </span>
            <span class="row-age">
              <span class={isLate(row, now) ? 'late' : ''}>
                {vi.queue.waitingFor} <Age at={row.createdAt} now={now} />
              </span>
              {row.id > content.newestKnown && <b class="just-in">{vi.queue.justIn}</b>}
            </span>
          </a>
        </li>
      ))}
    </ul>
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

/** Numbers beside the navigation, put in place by htmx wherever the page is. */
export function Counts({ queue, conversations }: { readonly queue: number; readonly conversations: number }) {
  return (
    <>
      <CountBadge id="count-queue" count={queue} />
      <CountBadge id="count-conversations" count={conversations} />
    </>
  );
}

function CountBadge({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <span id={id} class={count > 0 ? 'count' : ''} hx-swap-oob="true">
      {count > 0 ? ` ${count}` : ''}
    </span>
  );
}
