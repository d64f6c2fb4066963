import type { ResidentOutbox } from './delivery-ports.ts';
import type { DutyAlerts } from './duty-ports.ts';
import type { HandoverWriter } from './handover-ports.ts';
import type { IndicatorVerifier } from './indicators/indicator-ports.ts';
import type { Category, ChannelName, Indicator, Report, ReportStatus, Urgency } from './report.ts';

export type Clock = () => Date;

/** The last line of a page: the next page begins after it. */
export type QueuePlace = Pick<Report, 'id' | 'urgency'>;

/** What the console asks of the queue: newest first unless the most urgent are wanted first, of equal ones the oldest. */
export interface QueueFilter {
  readonly statuses?: readonly ReportStatus[];
  readonly urgencies?: readonly Urgency[];
  readonly categories?: readonly Category[];
  readonly channels?: readonly ChannelName[];
  readonly code?: string;
  /** Given to this member of staff. */
  readonly assignedTo?: string;
  /** Only where the resident wrote or acted since an officer last did, whatever the status. */
  readonly unread?: true;
  readonly mostUrgentFirst?: boolean;
  readonly after?: QueuePlace;
  readonly limit: number;
}

/** One line of the queue: nothing personal, so that listing is not yet looking into a report. */
export interface QueueRow extends Pick<
  Report,
  'id' | 'code' | 'category' | 'status' | 'urgency' | 'channel' | 'createdAt' | 'assignedTo'
> {
  readonly evidenceCount: number;
  readonly unreadFromResident: number;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: QueuePlace | null;
}

/** Reads of the case file. Null when there is none; a stored document that does not decode throws. */
export interface ReportReader {
  byId(id: string): Promise<Report | null>;
  byCode(code: string): Promise<Report | null>;
  /** A person's own reports, newest first. */
  ofReporter(reporterKey: string, limit: number): Promise<Report[]>;
  queue(filter: QueueFilter): Promise<QueuePage>;
  /** Codes by report id; ids that are no report's are left out. */
  codesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Open reports by status, each count bounded at 1,000. */
  openCounts(): Promise<Readonly<Partial<Record<ReportStatus, number>>>>;
  /** How many reports the queue has for this filter, bounded at 1,000. */
  count(filter: Omit<QueueFilter, 'mostUrgentFirst' | 'after' | 'limit'>): Promise<number>;
  /** Reports that name the same indicator, newest first, without the one given. */
  withIndicator(indicator: Indicator, exceptReportId: string | null, limit: number): Promise<QueueRow[]>;
}

/** Changes of the case file, staged until the unit of work commits; a stale version makes the commit fail with ReportError "conflict". */
export interface ReportWriter {
  add(report: Report): void;
  save(report: Report): void;
}

/** One act of a member of staff or the system, kept for ever and chained by hash. */
export interface AuditEntry {
  readonly at: Date;
  readonly staffId: string | null;
  readonly staffName: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
}

export interface AuditWriter {
  record(entry: AuditEntry): void;
}

export interface AuditReader {
  /** Newest first. */
  ofSubject(subject: string, limit: number): Promise<AuditEntry[]>;
  latest(limit: number): Promise<AuditEntry[]>;
}

/** Everything that one act changes; committed at once or not at all. */
export interface Work {
  readonly reports: ReportWriter;
  readonly handovers: HandoverWriter;
  readonly alerts: DutyAlerts;
  readonly indicators: IndicatorVerifier;
  readonly audit: AuditWriter;
  readonly outbox: ResidentOutbox;
}

/** Runs an act and commits what it staged in one transaction; on a write conflict the act runs again from its reads. */
export type Transact = <T>(act: (work: Work) => Promise<T>) => Promise<T>;
