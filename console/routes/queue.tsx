import { createHash } from 'node:crypto';
import type { ReportStatus } from '../../reports/report.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { queryText } from '../form.ts';
import { minuteOf } from '../readable.ts';
import type { Route, StaffVisit } from '../route.ts';
import { ALL_STAFF, OFFICERS, route } from '../route.ts';
import { goTo, sendFragment, sendPage } from '../send-page.tsx';
import { staffNames } from '../staff-names.ts';
import { vi } from '../texts/vi.ts';
import { ALERTS_READ } from '../views/alert-strip.tsx';
import { Counts } from '../views/counts.tsx';
import type { QueueCounts } from '../views/queue-chips.tsx';
import { QueueChips } from '../views/queue-chips.tsx';
import type { QueueContent } from '../views/queue.tsx';
import { QueueList, QueuePage } from '../views/queue.tsx';
import type { QueueChoice } from '../queue-filter.ts';
import { isOverview, isWaitingList, OPEN_STATUSES, readChoice, toQueueFilter } from '../queue-filter.ts';

const CONVERSATIONS_COUNTED = 50;
const WORKED_STATUSES: readonly ReportStatus[] = ['received', 'verifying', 'transferred', 'answered'];

/** What waits, what is worked on, and the piece that keeps both fresh. Rows hold nothing personal: listing is not looking. */
export function queueRoutes(deps: ConsoleDependencies): Route[] {
  const showQueue = async (visit: StaffVisit) => {
    if (visit.staff.role === 'editor') {
      goTo(visit, '/console/bai-viet');
      return;
    }
    const choice = readChoice(visit.request);
    const content = await readQueue(deps, visit, choice, null);
    sendPage(
      visit,
      { title: vi.queue.title, place: 'queue' },
      <QueuePage
        visit={visit}
        content={content}
        staffNames={await staffNames(deps.staff)}
        counts={await countQueue(deps, visit)}
      />,
    );
  };

  const refresh = async (visit: StaffVisit) => {
    const newestKnown = queryText(visit.request, 'sau') ?? '';
    const choice = readChoice(visit.request);
    const content = await readQueue(deps, visit, choice, newestKnown);
    const hasMinutePassed = queryText(visit.request, 'phut') !== minuteOf(visit.now);
    if (!hasMinutePassed && queryText(visit.request, 'dau') === content.fingerprint) {
      visit.response.status(204).end();
      return;
    }
    sendFragment(
      visit,
      <>
        <QueueList visit={visit} content={content} staffNames={await staffNames(deps.staff)} />
        <QueueChips choice={choice} counts={await countQueue(deps, visit)} isReplacement />
      </>,
    );
  };

  const showCounts = async (visit: StaffVisit) => {
    const [counts, handovers, alerts] = await Promise.all([
      deps.reports.openCounts(),
      deps.handovers.list(CONVERSATIONS_COUNTED),
      deps.alerts.open(ALERTS_READ),
    ]);
    const waiting = handovers.filter(({ status }) => status === 'waiting').length;
    sendFragment(visit, <Counts queue={counts.new ?? 0} conversations={waiting} alerts={alerts} />);
  };

  return [
    route({ method: 'get', path: '/', roles: ALL_STAFF, handler: showQueue }),
    route({ method: 'get', path: '/hang-doi', roles: OFFICERS, background: true, handler: refresh }),
    route({ method: 'get', path: '/dem', roles: OFFICERS, background: true, handler: showCounts }),
  ];
}

async function countQueue({ reports }: ConsoleDependencies, { staff }: StaffVisit): Promise<QueueCounts> {
  const [byStatus, mine, unread] = await Promise.all([
    reports.openCounts(),
    reports.count({ statuses: OPEN_STATUSES, assignedTo: staff.id }),
    reports.count({ unread: true }),
  ]);
  return { byStatus, mine, unread };
}

/** `newestKnown` is what the page knew when it was opened; null when it opens now. */
async function readQueue(
  deps: ConsoleDependencies,
  { staff }: StaffVisit,
  choice: QueueChoice,
  newestKnown: string | null,
): Promise<QueueContent> {
  const [alerts, waiting, listed] = await Promise.all([
    deps.alerts.open(ALERTS_READ),
    readWaiting(deps, choice, staff.id),
    readListed(deps, choice, staff.id),
  ]);
  const rows = [...(waiting?.newest ?? []), ...(listed?.rows ?? [])];
  const newest = rows.map(({ id }) => id).reduce((one, other) => (one > other ? one : other), '');
  const shown = [...(waiting?.rows ?? []), ...(listed?.rows ?? [])];
  return {
    choice,
    alerts,
    waiting,
    listed: listed?.rows ?? [],
    next: (listed ?? waiting)?.next ?? null,
    newestKnown: newestKnown ?? newest,
    fresh: newestKnown === null ? [] : rows.filter(({ id }) => id > newestKnown),
    fingerprint: fingerprintOf([shown, rows, waiting?.total, alerts.map(({ id }) => id)]),
  };
}

/** What waits for an officer, on the page as it opens and where only that is wanted; null elsewhere. */
async function readWaiting({ reports }: ConsoleDependencies, choice: QueueChoice, staffId: string) {
  if (!isOverview(choice) && !isWaitingList(choice)) return null;
  const all = toQueueFilter({ ...choice, status: 'new', after: null }, staffId);
  const [page, total] = await Promise.all([
    reports.queue(choice.after === null ? all : { ...all, after: choice.after }),
    reports.count(all),
  ]);
  // One that has just come and is not urgent may stand beyond the page: it is told of all the same.
  const newest = page.next === null ? page : await reports.queue({ ...all, mostUrgentFirst: false });
  return { ...page, total, newest: newest.rows };
}

/** What else is wanted; null where only what waits is. */
async function readListed({ reports }: ConsoleDependencies, choice: QueueChoice, staffId: string) {
  if (isWaitingList(choice)) return null;
  const filter = toQueueFilter(choice, staffId);
  return reports.queue(isOverview(choice) ? { ...filter, statuses: WORKED_STATUSES } : filter);
}

function fingerprintOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}
