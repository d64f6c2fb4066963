import { createInvitation, invitationLink, newStaffMember } from '../console/accounts/invitation.ts';
import type { Clock } from '../reports/ports.ts';
import { ReportError } from '../reports/errors.ts';
import type { StaffRepository } from '../reports/staff.ts';

const FIRST_LOGIN = 'admin';

/** The one-time link that creates the first administrator; null once there is one. A new link replaces the last. */
export async function firstAdministratorLink(options: {
  readonly staff: StaffRepository;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly publicUrl: string;
}): Promise<string | null> {
  const { staff, clock, newId, publicUrl } = options;
  if (await staff.hasAdministrator()) return null;
  const now = clock();
  const { token, invitation } = createInvitation(now);
  try {
    const known = await staff.byLogin(FIRST_LOGIN);
    if (known === null) {
      const account = {
        id: newId(),
        login: FIRST_LOGIN,
        name: 'Quản trị viên',
        role: 'admin',
        invitation,
        now,
      } as const;
      await staff.add(newStaffMember(account));
    } else {
      await staff.save({ ...known, invitation, version: known.version + 1 });
    }
    return invitationLink(publicUrl, token);
  } catch (error) {
    // another process of the program starts at the same time: its link holds
    if (error instanceof ReportError && ['conflict', 'duplicate-login'].includes(error.code)) return null;
    throw error;
  }
}
