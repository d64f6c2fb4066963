import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createStaffRepository } from '../../../adapters/mongo/staff-repository.ts';
import { newStaffMember } from '../../../console/accounts/invitation.ts';
import type { StaffMember, StaffRepository } from '../../../reports/staff.ts';
import { LATER, NOW, nextId } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

describe('accounts of staff', () => {
  let database: TestDatabase;
  let staff: StaffRepository;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
    staff = createStaffRepository(database.db, createFieldCipher(randomBytes(32)));
  });
  afterAll(() => database.close());

  const memberOf = (overrides: Partial<StaffMember> = {}): StaffMember => ({
    ...newStaffMember({
      id: nextId(),
      login: `login-${nextId()}`,
      name: 'Trần Văn Bình',
      role: 'officer',
      invitation: { tokenHash: nextId(), expiresAt: LATER },
      now: NOW,
    }),
    ...overrides,
  });

  it('an account is found by id, login and the hash of its one-time link', async () => {
    const member = memberOf();
    await staff.add(member);
    expect(await staff.byId(member.id)).toEqual(member);
    expect(await staff.byLogin(member.login)).toEqual(member);
    expect(await staff.byInvitation(member.invitation?.tokenHash ?? '')).toEqual(member);
    expect(await staff.byLogin('nobody')).toBeNull();
  });

  it('a used link leads nowhere', async () => {
    const member = memberOf();
    await staff.add(member);
    await staff.save({ ...member, invitation: null, passwordHash: 'hash', version: 2 });
    expect(await staff.byInvitation(member.invitation?.tokenHash ?? '')).toBeNull();
  });

  it('a login belongs to one account', async () => {
    const member = memberOf();
    await staff.add(member);
    await expect(staff.add(memberOf({ login: member.login }))).rejects.toMatchObject({
      code: 'duplicate-login',
    });
    const other = memberOf();
    await staff.add(other);
    const renamed = { ...other, login: member.login, version: 2 };
    await expect(staff.save(renamed)).rejects.toMatchObject({ code: 'duplicate-login' });
  });

  it('a change on top of a version that is no longer the newest is refused', async () => {
    const member = memberOf();
    await staff.add(member);
    await staff.save({ ...member, failedLogins: 1, version: 2 });
    await expect(staff.save({ ...member, role: 'admin', version: 2 })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await staff.byId(member.id)).toMatchObject({ failedLogins: 1, role: 'officer' });
  });

  it('the secret of the second factor is not readable in the database', async () => {
    const member = memberOf({ totpSecret: 'JBSWY3DPEHPK3PXP' });
    await staff.add(member);
    const stored = JSON.stringify(await database.db.collection('staff').find({}).toArray());
    expect(stored).not.toContain('JBSWY3DPEHPK3PXP');
    expect((await staff.byId(member.id))?.totpSecret).toBe('JBSWY3DPEHPK3PXP');
  });

  it('an administrator counts once their password is set', async () => {
    const member = memberOf({ role: 'admin' });
    await staff.add(member);
    expect(await staff.hasAdministrator()).toBe(false);
    await staff.save({ ...member, passwordHash: 'hash', version: 2 });
    expect(await staff.hasAdministrator()).toBe(true);
  });

  it('the list is in the order of the logins', async () => {
    const logins = (await staff.list()).map(({ login }) => login);
    expect(logins.length).toBeGreaterThan(3);
    expect(logins).toEqual([...logins].sort());
  });
});
