import type { DutyAlert } from '../reports/duty-alert.ts';
import type { DutyAlertReader } from '../reports/duty-ports.ts';
import type { Work } from '../reports/ports.ts';
import type { Report } from '../reports/report.ts';
import { alertSubject, auditEntry } from './audit-acts.ts';
import type { StaffVisit } from './route.ts';

/** One person's alerts that are looked through for those of a report. */
const ALERTS_READ = 50;

/** A second click, or a colleague who was faster, changes nothing. */
export function takeAlert({ staff, now }: StaffVisit, alert: DutyAlert, work: Work): void {
  if (alert.acknowledged !== null) return;
  work.alerts.acknowledge(alert, { staffId: staff.id, at: now });
  work.audit.record(auditEntry(staff, 'alert-taken', alertSubject(alert.id), now));
}

/** Whoever works the report knows of it: its alert need not ring on. */
export async function takeAlertsOf(
  alerts: Pick<DutyAlertReader, 'ofResident'>,
  visit: StaffVisit,
  { id, reporter }: Report,
  work: Work,
): Promise<void> {
  const raised = await alerts.ofResident(reporter.key, ALERTS_READ);
  for (const alert of raised.filter(({ reportId }) => reportId === id)) takeAlert(visit, alert, work);
}
