import type { Report } from '../../reports/report.ts';
import { auditEntry, recordAct, reportSubject } from '../audit-acts.ts';
import { takesReports } from '../colleagues.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { pathText, queryText } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Refused } from '../refused.ts';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { sendFragment, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { ReportPage } from '../views/report-page.tsx';
import { PrintedReport } from '../views/printed-report.tsx';
import type { LinkedIndicator, ReportView } from '../views/report-view.ts';
import { reportStamp } from '../views/report-view.ts';
import { LiveParts } from '../views/thread.tsx';

/** Indicators looked up in other reports; a report rarely names more than a handful. */
const INDICATORS_LINKED = 30;
const LINKS_SHOWN = 20;

/** Looking into a report: each look is in the audit before anything is shown. */
export function reportRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/bao-cao/:id',
      roles: OFFICERS,
      handler: (visit) => showReport(deps, visit, null),
    }),
    route({
      method: 'get',
      path: '/bao-cao/:id/in',
      roles: OFFICERS,
      handler: (visit) => print(deps, visit),
    }),
    route({
      method: 'get',
      path: '/bao-cao/:id/moi',
      roles: OFFICERS,
      background: true,
      handler: (visit) => refresh(deps, visit),
    }),
  ];
}

/** The report that the path names, once the look is recorded; null after "not found" was answered. */
async function openReport(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  act: 'report-viewed' | 'report-printed',
): Promise<Report | null> {
  const report = await deps.reports.byId(pathText(visit.request, 'id'));
  if (report === null) {
    refuse(visit, 'not-found');
    return null;
  }
  await recordAct(deps.transact, auditEntry(visit.staff, act, reportSubject(report.id), visit.now));
  return report;
}

/** The report's page; after a refused form with what was typed. */
export async function showReport(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  refused: Refused | null,
): Promise<void> {
  const report = await openReport(deps, visit, 'report-viewed');
  if (report === null) return;
  const view = await viewOf(deps, report);
  const status = refused === null ? 200 : refused.fault === 'stale' ? 409 : 422;
  const doneName = queryText(visit.request, 'xong');
  const done = Object.entries(vi.report.done).find(([name]) => name === doneName)?.[1] ?? null;
  sendPage(
    visit,
    { title: vi.report.title(report.code), place: 'queue', status },
    <ReportPage visit={visit} view={view} refused={refused} done={done} messageId={deps.newId()} />,
  );
}

async function print(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const report = await openReport(deps, visit, 'report-printed');
  if (report === null) return;
  sendPage(
    visit,
    { title: vi.report.title(report.code), bare: true },
    <PrintedReport visit={visit} view={await viewOf(deps, report)} />,
  );
}

/** How far messages got, and whether something came: states only, none of the content. */
async function refresh(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const report = await deps.reports.byId(pathText(visit.request, 'id'));
  if (report === null) {
    refuse(visit, 'not-found');
    return;
  }
  const isNewer = queryText(visit.request, 'thay') !== reportStamp(report);
  const forecast = await deps.forecast.forecast(report.reporter.address, 'officer');
  sendFragment(visit, <LiveParts report={report} forecast={forecast} isNewer={isNewer} />);
}

async function viewOf(deps: ConsoleDependencies, report: Report): Promise<ReportView> {
  const indicators = report.indicators.slice(0, INDICATORS_LINKED);
  const verified = await deps.indicators.verified(indicators);
  const { address } = report.reporter;
  const [links, forecast, statusForecast, members, pictureWords, nextWaitingId] = await Promise.all([
    Promise.all(
      indicators.map(async (indicator): Promise<LinkedIndicator> => {
        const rows = await deps.reports.withIndicator(indicator, report.id, LINKS_SHOWN + 1);
        const verifiedAt = verified.find((one) => one.indicator === indicator)?.at ?? null;
        const hasMore = rows.length > LINKS_SHOWN;
        return { indicator, rows: rows.slice(0, LINKS_SHOWN), hasMore, verifiedAt };
      }),
    ),
    deps.forecast.forecast(address, 'officer'),
    deps.forecast.forecast(address, 'system'),
    deps.staff.list(),
    deps.pictureWords.of(report.evidence.map(({ id }) => id)),
    nextWaiting(deps, report),
  ]);
  const staffNames = new Map(members.map(({ id, name }) => [id, name]));
  return {
    report,
    links,
    pictureWords,
    forecast,
    statusForecast,
    assigneeName: report.assignedTo === null ? null : (staffNames.get(report.assignedTo) ?? null),
    colleagues: members.filter(takesReports).map(({ id, name }) => ({ id, name })),
    staffNames,
    nextWaitingId,
  };
}

/** What waits at the top of the queue, for who has received this one; null while this one waits itself. */
async function nextWaiting({ reports }: ConsoleDependencies, { status }: Report): Promise<string | null> {
  if (status === 'new') return null;
  const { rows } = await reports.queue({ statuses: ['new'], mostUrgentFirst: true, limit: 1 });
  return rows[0]?.id ?? null;
}
