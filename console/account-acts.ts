import { ReportError } from '../reports/errors.ts';
import type { Role, StaffMember } from '../reports/staff.ts';
import { createInvitation, newStaffMember } from './accounts/invitation.ts';
import type { AuditAct } from './audit-acts.ts';
import { auditEntry, recordAct, staffSubject } from './audit-acts.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import type { StaffVisit } from './route.ts';

export type AccountOutcome =
  | { readonly kind: 'done'; readonly member: StaffMember; readonly token: string | null }
  | { readonly kind: 'fault'; readonly fault: 'taken' | 'is-you' | 'stale' }
  | { readonly kind: 'gone' };

/** A new account that waits for its one-time link; `token` is shown once and kept nowhere. */
export async function addAccount(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  account: { readonly login: string; readonly name: string; readonly role: Role },
): Promise<AccountOutcome> {
  const { token, invitation } = createInvitation(visit.now);
  const member = newStaffMember({ ...account, id: deps.newId(), invitation, now: visit.now });
  try {
    await deps.staff.add(member);
  } catch (error) {
    if (!(error instanceof ReportError) || error.code !== 'duplicate-login') throw error;
    return { kind: 'fault', fault: 'taken' };
  }
  await keep(deps, visit, 'staff-added', member);
  return { kind: 'done', member, token };
}

export function setDisabled(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  staffId: string,
  disabled: boolean,
): Promise<AccountOutcome> {
  const act = disabled ? 'staff-disabled' : 'staff-enabled';
  return changeAccount(deps, visit, staffId, act, null, (member) => ({
    ...member,
    disabled,
    sessionsValidFrom: visit.now,
  }));
}

/** Password, second factor and every session are void; the one-time link sets them anew. */
export function resetAccount(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  staffId: string,
): Promise<AccountOutcome> {
  const { token, invitation } = createInvitation(visit.now);
  return changeAccount(deps, visit, staffId, 'staff-reset', token, (member) => ({
    ...member,
    passwordHash: null,
    totpSecret: null,
    failedLogins: 0,
    lockedUntil: null,
    invitation,
    sessionsValidFrom: visit.now,
  }));
}

async function changeAccount(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  staffId: string,
  act: AuditAct,
  token: string | null,
  change: (member: StaffMember) => StaffMember,
): Promise<AccountOutcome> {
  if (staffId === visit.staff.id) return { kind: 'fault', fault: 'is-you' };
  const member = await deps.staff.byId(staffId);
  if (member === null) return { kind: 'gone' };
  const changed = { ...change(member), version: member.version + 1 };
  try {
    await deps.staff.save(changed);
  } catch (error) {
    if (!(error instanceof ReportError) || error.code !== 'conflict') throw error;
    return { kind: 'fault', fault: 'stale' };
  }
  await keep(deps, visit, act, changed);
  return { kind: 'done', member: changed, token };
}

function keep(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  act: AuditAct,
  member: StaffMember,
): Promise<void> {
  const detail = `${member.login}, ${member.role}`;
  return recordAct(deps.transact, auditEntry(visit.staff, act, staffSubject(member.id), visit.now, detail));
}
