import { ReportError } from '../../reports/errors.ts';
import type { StaffMember, StaffRepository } from '../../reports/staff.ts';
import type { PasswordFault } from './password.ts';
import { hashPassword, passwordFault } from './password.ts';
import type { SignIn } from './sign-in.ts';

export type PasswordChangeFault =
  PasswordFault | 'not-same' | 'as-before' | 'wrong-current' | 'wrong-code' | 'stale';

interface NewPassword {
  readonly current: string;
  readonly code: string;
  readonly password: string;
  readonly again: string;
}

/**
 * Sets a new password for who proves the old one and the second factor anew: an open screen is not enough. Wrong ones
 * count against the account as at the sign-in. Every session made before `now` ends. Null when it is done.
 */
export async function changePassword(
  { staff }: { readonly staff: StaffRepository },
  signIn: SignIn,
  member: StaffMember,
  now: Date,
  { current, code, password, again }: NewPassword,
): Promise<PasswordChangeFault | null> {
  const fault = passwordFault(password, member.login);
  if (fault !== null) return fault;
  if (password !== again) return 'not-same';
  if (password.normalize('NFC') === current.normalize('NFC')) return 'as-before';
  if ((await signIn.checkPassword(member.login, current)) === null) return 'wrong-current';
  const proven = await signIn.checkCode(member.id, code.replaceAll(' ', ''));
  if (proven === null) return 'wrong-code';
  const passwordHash = await hashPassword(password);
  try {
    await staff.save({ ...proven, passwordHash, sessionsValidFrom: now, version: proven.version + 1 });
  } catch (error) {
    if (!(error instanceof ReportError) || error.code !== 'conflict') throw error;
    return 'stale';
  }
  return null;
}
