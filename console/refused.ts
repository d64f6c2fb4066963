import type { ActFault, ReportActName } from './act-on-report.ts';

/** What was wrong with a form of the report's page and what had been typed into it. */
export interface Refused {
  readonly form: ReportActName;
  readonly fault: ActFault;
  readonly typed: Readonly<Record<string, string>>;
}
