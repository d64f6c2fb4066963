import { createHash } from 'node:crypto';
import { isMoreUrgent } from '../../reports/change-urgency.ts';
import type { QueueRow } from '../../reports/ports.ts';
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
import { isOverview, OPEN_STATUSES, readChoice, toQueueFilter } from '../queue-filter.ts';

const WAITING_ROWS = 100;
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
  const filter = toQueueFilter(choice, staff.id);
  const overview = isOverview(choice);
  const [alerts, waiting, listed] = await Promise.all([
    deps.alerts.open(ALERTS_READ),
    overview ? deps.reports.queue({ statuses: ['new'], limit: WAITING_ROWS }) : null,
    deps.reports.queue(overview ? { ...filter, statuses: WORKED_STATUSES } : filter),
  ]);
  const rows = [...(waiting?.rows ?? []), ...listed.rows];
  const newest = rows.map(({ id }) => id).reduce((one, other) => (one > other ? one : other), '');
  return {
    choice,
    alerts,
    waiting: waiting === null ? null : [...waiting.rows].sort(moreUrgentFirst),
    hasMoreWaiting: (waiting?.next ?? null) !== null,
    listed: listed.rows,
    next: listed.next,
    newestKnown: newestKnown ?? newest,
    fingerprint: fingerprintOf(
      rows,
      alerts.map(({ id }) => id),
    ),
  };
}

function moreUrgentFirst(one: QueueRow, other: QueueRow): number {
  if (one.urgency === other.urgency) return 0;
  return isMoreUrgent(one.urgency, other.urgency) ? -1 : 1;
}

function fingerprintOf(rows: readonly QueueRow[], alertIds: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([rows, alertIds]))
    .digest('base64url')
    .slice(0, 16);
}
