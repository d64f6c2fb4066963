import { createHash, randomBytes } from 'node:crypto';
import type { Role, StaffMember } from '../../reports/staff.ts';

const INVITATION_MS = 48 * 60 * 60_000;
const TOKEN_BYTES = 32;

/** A link that works once and for 48 hours: `token` goes to the person, `invitation` into the account. */
export interface NewInvitation {
  readonly token: string;
  readonly invitation: { readonly tokenHash: string; readonly expiresAt: Date };
}

export function createInvitation(now: Date): NewInvitation {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return {
    token,
    invitation: {
      tokenHash: hashInvitationToken(token),
      expiresAt: new Date(now.getTime() + INVITATION_MS),
    },
  };
}

/** SHA-256, hex. The token has 256 random bits: nothing slower is needed. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Where the person sets password and second factor. `publicUrl` is without a slash at the end. */
export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/console/moi/${token}`;
}

/** An account that waits for its one-time link to be used. */
export function newStaffMember(account: {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly invitation: NewInvitation['invitation'];
  readonly now: Date;
}): StaffMember {
  const { id, login, name, role, invitation, now } = account;
  return {
    id,
    login,
    name,
    role,
    passwordHash: null,
    totpSecret: null,
    totpLastStep: 0,
    disabled: false,
    failedLogins: 0,
    lockedUntil: null,
    invitation,
    createdAt: now,
    sessionsValidFrom: now,
    version: 1,
  };
}

/** Logins are lower-case ASCII so that they look like nothing else; null for any other text. */
export function parseLogin(text: string): string | null {
  const login = text.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9._-]{1,31}$/.test(login) ? login : null;
}
