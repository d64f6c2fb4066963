import type { ResidentMessage } from '../../reports/delivery-ports.ts';
import type { Handover } from '../../reports/handover-ports.ts';
import type { AuditEntry, ReportReader, Work } from '../../reports/ports.ts';
import type { ToldAlert } from '../../reports/duty-alert.ts';
import type { Report } from '../../reports/report.ts';

/** What conversations staged, applied at once to plain maps: a sink for tests of the dialogs, which never see the database. */
export interface InMemoryCaseFile {
  readonly reports: Map<string, Report>;
  readonly handovers: Map<string, Handover>;
  readonly audit: AuditEntry[];
  readonly alerts: ToldAlert[];
  readonly reader: ReportReader;
  /** A unit of work and the commit that applies it; a stale version is refused as in the database. */
  begin(): { readonly work: Work; commit(): void };
  openHandover(residentKey: string): Handover | null;
}

function checkVersion(kind: string, stored: { version: number } | undefined, version: number): void {
  if (stored === undefined && version !== 1) throw new Error(`${kind} saved before it was added`);
  if (stored !== undefined && version !== stored.version + 1)
    throw new Error(`${kind} saved as version ${version} over ${stored.version}`);
}

export function createInMemoryCaseFile(): InMemoryCaseFile {
  const reports = new Map<string, Report>();
  const handovers = new Map<string, Handover>();
  const audit: AuditEntry[] = [];
  const alerts: ToldAlert[] = [];
  const newestFirst = () => [...reports.values()].sort((a, b) => b.id.localeCompare(a.id));
  const apply =
    (kind: string, map: Map<string, { id: string; version: number }>, isNew: boolean) =>
    (one: { id: string; version: number }) => {
      if (isNew && map.has(one.id)) throw new Error(`${kind} was added twice`);
      if (!isNew) checkVersion(kind, map.get(one.id), one.version);
      map.set(one.id, one);
    };
  return {
    reports,
    handovers,
    audit,
    alerts,
    openHandover: (residentKey) =>
      [...handovers.values()].find((one) => one.residentKey === residentKey && one.status !== 'ended') ??
      null,
    reader: {
      byId: (id) => Promise.resolve(reports.get(id) ?? null),
      byCode: (code) => Promise.resolve(newestFirst().find((report) => report.code === code) ?? null),
      ofReporter: (key, limit) =>
        Promise.resolve(
          newestFirst()
            .filter(({ reporter }) => reporter.key === key)
            .slice(0, limit),
        ),
      queue: () => Promise.resolve({ rows: [], next: null }),
      codesOf: () => Promise.resolve(new Map()),
      openCounts: () => Promise.resolve({}),
      count: () => Promise.resolve(0),
      withIndicator: () => Promise.resolve([]),
    },
    begin: () => {
      const staged: (() => void)[] = [];
      const stage =
        <T>(change: (one: T) => void) =>
        (one: T) => {
          staged.push(() => {
            change(one);
          });
        };
      const work: Work = {
        reports: { add: stage(apply('Report', reports, true)), save: stage(apply('Report', reports, false)) },
        handovers: {
          add: stage(apply('Handover', handovers, true)),
          save: stage(apply('Handover', handovers, false)),
        },
        alerts: {
          raise: (alert, words) => {
            staged.push(() => alerts.push({ ...alert, words }));
          },
          forgetWords: stage((residentKey: string) => {
            for (const [at, alert] of alerts.entries())
              if (alert.residentKey === residentKey) alerts[at] = { ...alert, words: null };
          }),
          acknowledge: () => undefined,
        },
        indicators: { verify: () => undefined, takeBack: () => undefined },
        audit: { record: stage((entry: AuditEntry) => audit.push(entry)) },
        outbox: { queue: (_message: ResidentMessage) => undefined },
      };
      return {
        work,
        commit: () => {
          for (const change of staged) change();
        },
      };
    },
  };
}
