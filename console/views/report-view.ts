import type { Forecast } from '../../reports/delivery-ports.ts';
import type { QueueRow } from '../../reports/ports.ts';
import type { Indicator, Report } from '../../reports/report.ts';
import type { StaffMember } from '../../reports/staff.ts';

/** A trace with the other reports that name it. */
export interface LinkedIndicator {
  readonly indicator: Indicator;
  readonly rows: readonly QueueRow[];
  readonly hasMore: boolean;
  /** When an officer verified it. */
  readonly verifiedAt: Date | null;
}

/** A report with what the officer must know around it. */
export interface ReportView {
  readonly report: Report;
  readonly links: readonly LinkedIndicator[];
  /** What a machine read in pictures, by evidence id; it may be wrong and nobody confirmed it. */
  readonly pictureWords: ReadonlyMap<string, string | null>;
  /** What will happen to a message written now. */
  readonly forecast: Forecast;
  /** What will happen to the news of a change of status. */
  readonly statusForecast: Forecast;
  readonly assigneeName: string | null;
  /** To whom it may be given. */
  readonly colleagues: readonly Pick<StaffMember, 'id' | 'name'>[];
  /** Of all staff, by id. */
  readonly staffNames: ReadonlyMap<string, string>;
  /** The report that should be received next; null where none waits, or this one still does. */
  readonly nextWaitingId: string | null;
}

/** Differs when something was added to or done with the report; not when a message was merely delivered. */
export function reportStamp({ history, messages, evidence }: Report): string {
  return `${history.length}.${messages.length}.${evidence.length}`;
}
