/** Administrators manage accounts, officers work reports, editors keep the articles. */
export const ROLES = ['admin', 'officer', 'editor'] as const;
export type Role = (typeof ROLES)[number];

/** A member of staff. `passwordHash` and `totpSecret` are null until the one-time link was used. */
export interface StaffMember {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
  /** Stored as ciphertext. */
  readonly totpSecret: string | null;
  /** The last accepted time step, so that a code works once. */
  readonly totpLastStep: number;
  readonly disabled: boolean;
  readonly failedLogins: number;
  readonly lockedUntil: Date | null;
  /** SHA-256 of the one-time link's token, with its end. */
  readonly invitation: { readonly tokenHash: string; readonly expiresAt: Date } | null;
  readonly createdAt: Date;
  /** A session made before this moment is no longer valid. */
  readonly sessionsValidFrom: Date;
  readonly version: number;
}

/** Accounts of staff. Saves are immediate; `save` takes a member whose version is one above the stored one. Any other throws ReportError "conflict", a login in use ReportError "duplicate-login". */
export interface StaffRepository {
  byId(id: string): Promise<StaffMember | null>;
  byLogin(login: string): Promise<StaffMember | null>;
  byInvitation(tokenHash: string): Promise<StaffMember | null>;
  list(): Promise<StaffMember[]>;
  /** Whether any administrator with a password exists. */
  hasAdministrator(): Promise<boolean>;
  add(member: StaffMember): Promise<void>;
  save(member: StaffMember): Promise<void>;
}
