import { z } from 'zod';
import type { PasswordChangeFault } from '../accounts/change-password.ts';
import { changePassword } from '../accounts/change-password.ts';
import { PASSWORD_MAX_CHARS } from '../accounts/password.ts';
import { createSignIn } from '../accounts/sign-in.ts';
import { auditEntry, recordAct, staffSubject } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { line, queryText, readForm } from '../form.ts';
import { limitSignIn } from '../middleware/rate-limits.ts';
import { renewSession } from '../middleware/session.ts';
import { refuse, tooMany } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { ALL_STAFF, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { OwnAccount } from '../views/own-account.tsx';

const password = z.string().max(PASSWORD_MAX_CHARS * 4);
const passwordForm = z.object({ current: password, code: line(20), password, again: password });

/** One's own account: what it may do, and a new password against the old one and a code. */
export function ownAccountRoutes(deps: ConsoleDependencies): Route[] {
  const signIn = createSignIn(deps.staff, deps.clock);
  return [
    route({
      method: 'get',
      path: '/tai-khoan',
      roles: ALL_STAFF,
      handler: (visit) => {
        show(visit, null);
      },
    }),
    route({
      method: 'post',
      path: '/tai-khoan/mat-khau',
      roles: ALL_STAFF,
      limits: [limitSignIn(tooMany(deps))],
      handler: async (visit) => {
        const form = readForm(visit.request, passwordForm);
        if (form === null) {
          refuse(visit, 'bad-form');
          return;
        }
        const { id } = visit.staff;
        const fault = await changePassword(deps, signIn, visit.staff, visit.now, form);
        const act = fault === 'wrong-current' || fault === 'wrong-code' ? 'sign-in-failed' : null;
        if (fault !== null) {
          if (act !== null) {
            await recordAct(deps.transact, auditEntry(visit.staff, act, staffSubject(id), visit.now));
          }
          show(visit, fault);
          return;
        }
        const entry = auditEntry(visit.staff, 'password-changed', staffSubject(id), visit.now);
        await recordAct(deps.transact, entry);
        // every session made before now is void; this one goes on under a new id
        const nowMs = visit.now.getTime();
        await renewSession(visit.request, { signedIn: { staffId: id, at: nowMs, activeAt: nowMs } });
        goTo(visit, '/console/tai-khoan?xong=password');
      },
    }),
  ];
}

function show(visit: StaffVisit, fault: PasswordChangeFault | null): void {
  const isDone = fault === null && queryText(visit.request, 'xong') === 'password';
  sendPage(
    visit,
    { title: vi.ownAccount.title, place: 'account', status: fault === null ? 200 : 422 },
    <OwnAccount visit={visit} fault={fault} isDone={isDone} />,
  );
}
