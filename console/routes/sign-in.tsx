import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { StaffMember } from '../../reports/staff.ts';
import { parseLogin } from '../accounts/invitation.ts';
import { PASSWORD_MAX_CHARS } from '../accounts/password.ts';
import type { SignIn } from '../accounts/sign-in.ts';
import { createSignIn } from '../accounts/sign-in.ts';
import { auditEntry, recordAct, staffSubject } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { line, queryText, readForm } from '../form.ts';
import { limitFirstPages, limitSignIn } from '../middleware/rate-limits.ts';
import { readSession, renewSession } from '../middleware/session.ts';
import { refuse, tooMany } from '../refusals.tsx';
import type { Route, StaffVisit, Visit } from '../route.ts';
import { ALL_STAFF, openRoute, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { safeThen } from '../then.ts';
import { CodeForm, PasswordForm } from '../views/sign-in.tsx';

/** Between password and code. */
const HALFWAY_MAX_MS = 5 * 60_000;
/** A refusal takes this long whatever was wrong: time does not tell which logins exist. */
const REFUSAL_MS = 400;
const TOO_LATE = '/console/dang-nhap?xong=het-gio';

const passwordForm = z.object({
  login: z.string().max(200),
  password: z.string().max(PASSWORD_MAX_CHARS * 4),
  then: z.string().max(300).default('/console'),
});
const codeForm = z.object({ code: line(20) });

/** Signing in takes two steps; nobody is signed in before both, so these pages are open to everyone. */
export function signInRoutes(deps: ConsoleDependencies): Route[] {
  const signIn = createSignIn(deps.staff, deps.clock);
  const limits = [limitSignIn(tooMany(deps))];
  const looks = [limitFirstPages(tooMany(deps))];
  return [
    openRoute({ method: 'get', path: '/dang-nhap', limits: looks, handler: showPassword }),
    openRoute({
      method: 'post',
      path: '/dang-nhap',
      limits,
      handler: (visit) => takePassword(deps, signIn, visit),
    }),
    openRoute({ method: 'get', path: '/dang-nhap/ma', handler: showCode }),
    openRoute({
      method: 'post',
      path: '/dang-nhap/ma',
      limits,
      handler: (visit) => takeCode(deps, signIn, visit),
    }),
    route({ method: 'post', path: '/dang-xuat', roles: ALL_STAFF, handler: signOut }),
    // the page tells that somebody types, so that a long text is not lost to the idle lock
    route({
      method: 'post',
      path: '/con-day',
      roles: ALL_STAFF,
      handler: ({ response }) => {
        response.status(204).end();
      },
    }),
  ];
}

function showPassword(visit: Visit): void {
  if (visit.staff !== null) {
    goTo(visit, '/console');
    return;
  }
  const doneName = queryText(visit.request, 'xong');
  sendPage(
    visit,
    { title: vi.signIn.title },
    <PasswordForm
      visit={visit}
      then={safeThen(queryText(visit.request, 'tiep', 300))}
      login=""
      wrong={false}
      done={Object.entries(vi.signIn.done).find(([name]) => name === doneName)?.[1] ?? null}
    />,
  );
}

async function takePassword(deps: ConsoleDependencies, signIn: SignIn, visit: Visit): Promise<void> {
  const form = readForm(visit.request, passwordForm);
  if (form === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const refusal = pause(REFUSAL_MS);
  const then = safeThen(form.then);
  const login = parseLogin(form.login);
  // a login that cannot exist takes the same way as one that does not
  const member = await signIn.checkPassword(login ?? '', form.password);
  if (member !== null) {
    await renewSession(visit.request, { halfway: { staffId: member.id, at: visit.now.getTime(), then } });
    goTo(visit, '/console/dang-nhap/ma');
    return;
  }
  await refusal;
  sendPage(
    visit,
    { title: vi.signIn.title, status: 422 },
    <PasswordForm visit={visit} then={then} login={form.login.slice(0, 64)} wrong done={null} />,
  );
  // what was typed where no such account is may be a password by mistake: it is not kept
  await recordFailure(deps, login === null ? null : await deps.staff.byLogin(login), visit.now);
}

function showCode(visit: Visit): void {
  if (halfwayOf(visit) === null) goTo(visit, TOO_LATE);
  else sendPage(visit, { title: vi.signIn.codeTitle }, <CodeForm visit={visit} wrong={false} />);
}

async function takeCode(deps: ConsoleDependencies, signIn: SignIn, visit: Visit): Promise<void> {
  const halfway = halfwayOf(visit);
  if (halfway === null) {
    goTo(visit, TOO_LATE);
    return;
  }
  const code = readForm(visit.request, codeForm)?.code.replaceAll(' ', '') ?? '';
  const member = await signIn.checkCode(halfway.staffId, code);
  if (member === null) {
    sendPage(visit, { title: vi.signIn.codeTitle, status: 422 }, <CodeForm visit={visit} wrong />);
    await recordFailure(deps, await deps.staff.byId(halfway.staffId), visit.now);
    return;
  }
  const nowMs = visit.now.getTime();
  await renewSession(visit.request, { signedIn: { staffId: member.id, at: nowMs, activeAt: nowMs } });
  await recordAct(deps.transact, auditEntry(member, 'signed-in', staffSubject(member.id), visit.now));
  goTo(visit, halfway.then);
}

async function signOut(visit: StaffVisit): Promise<void> {
  await renewSession(visit.request, {});
  goTo(visit, '/console/dang-nhap?xong=dang-xuat');
}

function halfwayOf(visit: Visit): { readonly staffId: string; readonly then: string } | null {
  const halfway = readSession(visit.request).halfway;
  if (halfway === undefined || visit.now.getTime() - halfway.at > HALFWAY_MAX_MS) return null;
  return halfway;
}

async function recordFailure(
  deps: ConsoleDependencies,
  member: StaffMember | null,
  now: Date,
): Promise<void> {
  if (member === null) return;
  await recordAct(deps.transact, auditEntry(member, 'sign-in-failed', staffSubject(member.id), now));
}
