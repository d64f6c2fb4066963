import type { StaffMember } from '../reports/staff.ts';
import { OFFICERS } from './route.ts';

/** Whether a report may be given to this member: somebody who works reports and has an account in use. */
export function takesReports({ role, disabled, passwordHash }: StaffMember): boolean {
  return OFFICERS.some((one) => one === role) && !disabled && passwordHash !== null;
}
