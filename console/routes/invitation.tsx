import { z } from 'zod';
import { hashInvitationToken } from '../accounts/invitation.ts';
import { hashPassword, PASSWORD_MAX_CHARS, passwordFault } from '../accounts/password.ts';
import { newTotpSecret, totpQrCode, totpStep } from '../accounts/totp.ts';
import { auditEntry, recordAct, staffSubject } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { line, pathText, readForm } from '../form.ts';
import { limitSignIn } from '../middleware/rate-limits.ts';
import { readSession, renewSession, writeSession } from '../middleware/session.ts';
import { refuse, tooMany } from '../refusals.tsx';
import type { Route, Visit } from '../route.ts';
import { openRoute } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import type { StaffMember } from '../../reports/staff.ts';
import { vi } from '../texts/vi.ts';
import type { InvitationFaults } from '../views/invitation-form.tsx';
import { InvitationForm } from '../views/invitation-form.tsx';

const invitationForm = z.object({
  password: z.string().max(PASSWORD_MAX_CHARS * 4),
  again: z.string().max(PASSWORD_MAX_CHARS * 4),
  code: line(20),
});

/** A one-time link is its own proof: whoever holds it may set password and second factor, once. */
export function invitationRoutes(deps: ConsoleDependencies): Route[] {
  const limits = [limitSignIn(tooMany(deps))];

  const show = async (visit: Visit) => {
    const invited = await invitedMember(deps, visit);
    if (invited === null) showGone(visit);
    else await showForm(deps, visit, invited, {});
  };

  const take = async (visit: Visit) => {
    const member = await invitedMember(deps, visit);
    if (member === null) {
      showGone(visit);
      return;
    }
    const form = readForm(visit.request, invitationForm);
    const secret = enrolmentSecret(deps, visit);
    if (form === null) {
      refuse(visit, 'bad-form');
      return;
    }
    const fault = passwordFault(form.password, member.login);
    const step = totpStep(secret, form.code.replaceAll(' ', ''), 0, visit.now);
    const isSame = form.password === form.again;
    if (fault !== null || !isSame || step === null) {
      await showForm(deps, visit, member, {
        ...(fault !== null && { password: vi.invitation.fault[fault] }),
        ...(!isSame && { again: vi.invitation.notSame }),
        ...(step === null && { code: vi.invitation.wrongCode }),
      });
      return;
    }
    // two who use the link at the same moment: the second save meets another version and is refused
    await deps.staff.save({
      ...member,
      passwordHash: await hashPassword(form.password),
      totpSecret: secret,
      totpLastStep: step,
      failedLogins: 0,
      lockedUntil: null,
      invitation: null,
      sessionsValidFrom: visit.now,
      version: member.version + 1,
    });
    await recordAct(deps.transact, auditEntry(member, 'invitation-used', staffSubject(member.id), visit.now));
    await renewSession(visit.request, {});
    goTo(visit, '/console/dang-nhap?xong=da-dat');
  };

  return [
    openRoute({ method: 'get', path: '/moi/:token', limits, handler: show }),
    openRoute({ method: 'post', path: '/moi/:token', limits, handler: take }),
  ];
}

async function invitedMember(deps: ConsoleDependencies, visit: Visit): Promise<StaffMember | null> {
  const member = await deps.staff.byInvitation(hashInvitationToken(pathText(visit.request, 'token')));
  const invitation = member?.invitation ?? null;
  if (member === null || invitation === null || member.disabled) return null;
  return invitation.expiresAt > visit.now ? member : null;
}

/** The secret offered to this browser. Another browser gets another one: who only looked at the page learns nothing. */
function enrolmentSecret(deps: ConsoleDependencies, visit: Visit): string {
  const tokenHash = hashInvitationToken(pathText(visit.request, 'token'));
  const session = readSession(visit.request);
  if (session.enrolment?.tokenHash === tokenHash) return deps.open(session.enrolment.sealedSecret);
  const secret = newTotpSecret();
  writeSession(visit.request, { ...session, enrolment: { tokenHash, sealedSecret: deps.seal(secret) } });
  return secret;
}

async function showForm(
  deps: ConsoleDependencies,
  visit: Visit,
  member: StaffMember,
  faults: InvitationFaults,
): Promise<void> {
  const secret = enrolmentSecret(deps, visit);
  const isWrong = Object.keys(faults).length > 0;
  sendPage(
    visit,
    { title: vi.invitation.title, ...(isWrong && { status: 422 }) },
    <InvitationForm
      visit={visit}
      action={`/console/moi/${pathText(visit.request, 'token')}`}
      name={member.name}
      login={member.login}
      qrCode={await totpQrCode(secret, member.login, deps.communeName)}
      secret={secret}
      faults={faults}
    />,
  );
}

function showGone(visit: Visit): void {
  const { goneTitle, gone } = vi.invitation;
  sendPage(
    visit,
    { title: goneTitle, status: 404 },
    <section class="card narrow">
      <h1>{goneTitle}</h1>
      <p>{gone}</p>
      <p>
        <a href="/console/dang-nhap">{vi.refusal.toSignIn}</a>
      </p>
    </section>,
  );
}
