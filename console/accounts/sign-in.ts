import { ReportError } from '../../reports/errors.ts';
import type { Clock } from '../../reports/ports.ts';
import type { StaffMember, StaffRepository } from '../../reports/staff.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { momentOfStep, totpStep } from './totp.ts';

/** Wrong passwords or codes in a row before the account rests. */
export const WRONG_TRIES_MAX = 5;
const LOCK_MS = 15 * 60_000;
/** An account nobody used for this long is treated as disabled until an administrator resets it. */
const UNUSED_MAX_MS = 45 * 24 * 60 * 60_000;
const SAVE_ATTEMPTS = 10;

export interface SignIn {
  /** The account when login and password are right and it may be used, else null: which of it was wrong nobody learns. */
  checkPassword(login: string, password: string): Promise<StaffMember | null>;
  /** The account when the code is right, new and the account still usable, else null. */
  checkCode(staffId: string, code: string): Promise<StaffMember | null>;
}

/**
 * Both steps count a try before they check it and take it back when it was right, so that many guesses at the same
 * moment are not more guesses than one after another.
 */
export function createSignIn(staff: StaffRepository, clock: Clock): SignIn {
  const decoyHash = hashPassword('no account has this password');

  return {
    checkPassword: async (login, password) => {
      const found = await staff.byLogin(login);
      const counted = found === null ? null : await countTry(staff, found.id, clock);
      const passwordHash = counted?.passwordHash ?? (await decoyHash);
      const matches = await verifyPassword(password, passwordHash);
      if (!matches || counted === null || isUnused(counted, clock())) return null;
      return change(staff, counted.id, (member) => ({
        ...member,
        failedLogins: Math.max(0, member.failedLogins - 1),
        lockedUntil: null,
      }));
    },
    checkCode: async (staffId, code) => {
      const counted = await countTry(staff, staffId, clock);
      if (counted === null || isUnused(counted, clock())) return null;
      return change(staff, staffId, (member) => {
        const step =
          member.totpSecret === null ? null : totpStep(member.totpSecret, code, member.totpLastStep, clock());
        return step === null ? null : { ...member, totpLastStep: step, failedLogins: 0, lockedUntil: null };
      });
    },
  };
}

/** The account with one more try counted; null when it is disabled, without password, or resting. */
async function countTry(staff: StaffRepository, staffId: string, clock: Clock): Promise<StaffMember | null> {
  return change(staff, staffId, (member) => {
    const now = clock();
    if (member.disabled || member.passwordHash === null) return null;
    if (member.lockedUntil !== null && member.lockedUntil > now) return null;
    const earlier = member.lockedUntil === null ? member.failedLogins : 0;
    const failedLogins = earlier + 1;
    const lockedUntil = failedLogins >= WRONG_TRIES_MAX ? new Date(now.getTime() + LOCK_MS) : null;
    return { ...member, failedLogins, lockedUntil };
  });
}

/** Reads, changes and saves; after a conflict again from the read. Null when the change wants nothing saved. */
async function change(
  staff: StaffRepository,
  staffId: string,
  act: (member: StaffMember) => StaffMember | null,
): Promise<StaffMember | null> {
  for (let attempt = 1; ; attempt += 1) {
    const member = await staff.byId(staffId);
    const changed = member === null ? null : act(member);
    if (member === null || changed === null) return null;
    const next = { ...changed, version: member.version + 1 };
    try {
      await staff.save(next);
      return next;
    } catch (error) {
      if (!(error instanceof ReportError) || error.code !== 'conflict') throw error;
      if (attempt === SAVE_ATTEMPTS) return null;
    }
  }
}

/** The last accepted code tells when an account was last used. */
export function lastUsedAt(member: StaffMember): Date | null {
  return member.totpLastStep === 0 ? null : momentOfStep(member.totpLastStep);
}

/** For 45 days, counted from its making where nobody ever signed in. */
export function isUnused(member: StaffMember, now: Date): boolean {
  const lastUse = lastUsedAt(member) ?? member.createdAt;
  return now.getTime() - lastUse.getTime() > UNUSED_MAX_MS;
}

/** After too many wrong tries, for a while. */
export function isLocked(member: StaffMember, now: Date): boolean {
  return member.lockedUntil !== null && member.lockedUntil > now;
}
