import type { Request } from 'express';
import type { Clock } from '../../reports/ports.ts';
import type { Role, StaffMember, StaffRepository } from '../../reports/staff.ts';
import { readSession, SESSION_MAX_MS, writeSession } from './session.ts';

/** After this long without a key or a click the console asks for both factors again (TCVN 14423:2026: 15 and 5 minutes). */
export const IDLE_MAX_MS: Readonly<Record<Role, number>> = {
  admin: 5 * 60_000,
  officer: 15 * 60_000,
  editor: 15 * 60_000,
};
/** Saves a write to the session store at every click. */
const ACTIVITY_GRAIN_MS = 15_000;

/**
 * Who is signed in, or null: nobody, or the session is idle, too old, or made before the account was reset or disabled.
 * `acts` is false for what a page does by itself: it must not keep an abandoned screen open.
 */
export async function currentStaff(
  deps: { readonly staff: StaffRepository; readonly clock: Clock },
  request: Request,
  acts: boolean,
): Promise<StaffMember | null> {
  const data = readSession(request);
  if (data.signedIn === undefined) return null;
  const { staffId, at, activeAt } = data.signedIn;
  const now = deps.clock().getTime();
  const member = await deps.staff.byId(staffId);
  const isOver =
    member === null ||
    member.disabled ||
    member.passwordHash === null ||
    at < member.sessionsValidFrom.getTime() ||
    now - at > SESSION_MAX_MS ||
    now - activeAt > IDLE_MAX_MS[member.role];
  if (isOver) {
    writeSession(request, { csrfToken: data.csrfToken });
    return null;
  }
  if (acts && now - activeAt > ACTIVITY_GRAIN_MS) {
    writeSession(request, { ...data, signedIn: { staffId, at, activeAt: now } });
  }
  return member;
}
