import type { DutyAlert } from './duty-alert.ts';
import type {
  Category,
  ChannelName,
  Evidence,
  EvidenceKind,
  Indicator,
  Report,
  ReportStatus,
  ResidentAddress,
  Urgency,
} from './report.ts';

export type Clock = () => Date;

/** What the console asks of the queue. `before` pages by report id (newest first). */
export interface QueueFilter {
  readonly statuses?: readonly ReportStatus[];
  readonly urgencies?: readonly Urgency[];
  readonly categories?: readonly Category[];
  readonly channels?: readonly ChannelName[];
  readonly code?: string;
  /** Given to this member of staff. */
  readonly assignedTo?: string;
  readonly before?: string;
  readonly limit: number;
}

/** One line of the queue: nothing personal, so that listing is not yet looking into a report. */
export interface QueueRow {
  readonly id: string;
  readonly code: string;
  readonly category: Category;
  readonly status: ReportStatus;
  readonly urgency: Urgency;
  readonly channel: ChannelName;
  readonly createdAt: Date;
  readonly evidenceCount: number;
  readonly unreadFromResident: number;
  /** The member of staff who has it. */
  readonly assignedTo: string | null;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: string | null;
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

/** A message to a resident from outside a turn: an officer's words or a change of status. */
export interface ResidentMessage {
  readonly address: ResidentAddress;
  readonly text: string;
  readonly author: 'officer' | 'system';
  /** The report thread's message to mark as sent or held; null for ordinary chat. */
  readonly report: { readonly reportId: string; readonly messageId: string } | null;
}

export interface ResidentOutbox {
  queue(message: ResidentMessage): void;
}

/**
 * Before writing: `now`, or `held` until the resident writes again because the platform's window has closed. For a while some
 * platforms still let an officer write, but not the system. `nudge` is held too, and the resident is told that something waits.
 */
export type Forecast = 'now' | 'nudge' | 'held';

export interface DeliveryForecast {
  forecast(address: ResidentAddress, author: ResidentMessage['author']): Promise<Forecast>;
}

export interface DutyAlerts {
  raise(alert: DutyAlert): void;
  /** Somebody has taken it; when another was faster the commit fails with ReportError "conflict". */
  acknowledge(alert: DutyAlert, by: { readonly staffId: string; readonly at: Date }): void;
}

export interface DutyAlertReader {
  byId(id: string): Promise<DutyAlert | null>;
  /** Not acknowledged, most urgent first, then oldest first; at most 100. */
  open(limit: number): Promise<DutyAlert[]>;
  /** Taken or not, newest first. */
  ofResident(residentKey: string, limit: number): Promise<DutyAlert[]>;
}

/** What the duty officer is told of an alert by other means than the console: no word of a resident, nothing of who they are. */
export interface DutyNotice {
  /** The alert's id: the same notice may come twice. */
  readonly id: string;
  readonly at: Date;
  readonly urgency: Urgency;
  /** Of the report; null while there is only an urgent message. */
  readonly code: string | null;
  readonly category: Category | null;
  /** Slug of the urgent article that was shown; null for a report. */
  readonly matter: string | null;
  /** Where in the console it is taken. */
  readonly url: string;
}

/** Another way to the duty officer: a webhook, a siren, a push service. */
export interface DutyBell {
  /** Whether it was surely taken over there. Does not reject. */
  ring(notice: DutyNotice): Promise<boolean>;
}

/** Which alerts still have to be told by other means. An alert that somebody took in the console has not. */
export interface DutyCalls {
  /** The most urgent one that is due, which nobody else is given before `until`; null when there is none. */
  claim(now: Date, until: Date): Promise<{ readonly alert: DutyAlert; readonly attempts: number } | null>;
  told(alertId: string, at: Date): Promise<void>;
  postpone(alertId: string, until: Date): Promise<void>;
}

/** A trace that an officer verified to be an offender's. */
export interface VerifiedIndicator {
  readonly indicator: Indicator;
  readonly at: Date;
  readonly staffId: string;
}

export interface IndicatorRecords {
  /** Of those given the ones that are verified. */
  verified(indicators: readonly Indicator[]): Promise<readonly VerifiedIndicator[]>;
  /** How many different people named it in reports that are neither withdrawn nor rejected; counts no further than `enough`. */
  countReporters(indicator: Indicator, enough: number): Promise<number>;
}

export interface IndicatorVerifier {
  verify(
    indicator: Indicator,
    by: { readonly staffId: string; readonly at: Date; readonly reportId: string },
  ): void;
  takeBack(indicator: Indicator): void;
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

/** A resident's wish to talk to a person. While one is open the bot stays silent in that conversation. */
export interface Handover {
  readonly id: string;
  readonly status: 'waiting' | 'open' | 'ended';
  readonly channel: ChannelName;
  readonly address: ResidentAddress;
  readonly residentKey: string;
  readonly requestedAt: Date;
  readonly urgent: boolean;
  readonly messages: readonly HandoverMessage[];
  readonly version: number;
}

export interface HandoverMessage {
  readonly at: Date;
  readonly from: 'resident' | 'officer';
  readonly staffId: string | null;
  readonly text: string;
}

export interface HandoverReader {
  byId(id: string): Promise<Handover | null>;
  /** The waiting or open one of this resident, if any. */
  current(residentKey: string): Promise<Handover | null>;
  /** Waiting first, then open; oldest first. */
  list(limit: number): Promise<Handover[]>;
}

export interface HandoverWriter {
  add(handover: Handover): void;
  save(handover: Handover): void;
}

/** Original bytes of evidence, encrypted at rest and never changed. */
export interface EvidenceStore {
  /** Stores under the id given; storing the same id again is a no-op that returns what is there. */
  put(input: {
    readonly id: string;
    readonly kind: EvidenceKind;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    readonly arrivedAt: Date;
    /** Keyed hash of who sent it; what comes without one is kept whatever becomes of it. */
    readonly residentKey?: string;
  }): Promise<Evidence>;
  /** Null when there is none. Throws when the bytes no longer match their hash. */
  read(
    id: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string } | null>;
}

/** Stored files that may belong to no report. */
export interface EvidenceShelf {
  /** Those that came before the moment, by id, from the one after `after` on. */
  loose(
    before: Date,
    after: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly residentKey: string }[]>;
  /** Of those given the ones that a report holds. */
  inReports(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** They belong to a report for good. */
  settle(ids: readonly string[]): Promise<void>;
  /** Deletes a file that was not settled, bytes and all. */
  remove(id: string): Promise<void>;
}

/** Words that a machine read in pictures of evidence. */
export interface PictureWords {
  /** Null: there is nothing to read in it. Does nothing when there is no such file. */
  keep(evidenceId: string, words: string | null): Promise<void>;
  /** Of those given the ones that were read. */
  of(evidenceIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
}
