import { z } from 'zod';
import { ROLES } from '../../reports/staff.ts';
import type { AccountOutcome } from '../account-acts.ts';
import { addAccount, resetAccount, setDisabled } from '../account-acts.ts';
import { invitationLink, parseLogin } from '../accounts/invitation.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { line, pathText, queryText, readForm } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { ADMINISTRATORS, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import type { NewAccount } from '../views/staff-page.tsx';
import { InvitationLinkPage, StaffPage } from '../views/staff-page.tsx';

const NAME_MAX_CHARS = 80;

const addForm = z.object({ name: line(400), login: line(400), role: z.enum(ROLES) });

/** Accounts: who may do what, and the links with which they begin. */
export function staffRoutes(deps: ConsoleDependencies): Route[] {
  const act = (
    path: string,
    perform: (visit: StaffVisit, staffId: string) => Promise<AccountOutcome>,
  ): Route =>
    route({
      method: 'post',
      path: `/can-bo/:id/${path}`,
      roles: ADMINISTRATORS,
      handler: async (visit) => answer(deps, visit, await perform(visit, pathText(visit.request, 'id'))),
    });
  return [
    route({
      method: 'get',
      path: '/can-bo',
      roles: ADMINISTRATORS,
      handler: (visit) => show(deps, visit, null),
    }),
    route({ method: 'post', path: '/can-bo', roles: ADMINISTRATORS, handler: (visit) => add(deps, visit) }),
    act('khoa', (visit, id) => setDisabled(deps, visit, id, true)),
    act('mo', (visit, id) => setDisabled(deps, visit, id, false)),
    act('cap-lai', (visit, id) => resetAccount(deps, visit, id)),
  ];
}

async function show(deps: ConsoleDependencies, visit: StaffVisit, refused: NewAccount | null): Promise<void> {
  const doneName = queryText(visit.request, 'xong');
  const done = Object.entries(vi.accounts.done).find(([name]) => name === doneName)?.[1] ?? null;
  sendPage(
    visit,
    { title: vi.accounts.title, place: 'staff', status: refused === null ? 200 : 422 },
    <StaffPage visit={visit} members={await deps.staff.list()} refused={refused} done={done} />,
  );
}

async function add(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const form = readForm(visit.request, addForm);
  if (form === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const login = parseLogin(form.login);
  const isNamed = form.name !== '' && form.name.length <= NAME_MAX_CHARS;
  if (!isNamed || login === null) {
    await show(deps, visit, { ...form, fault: isNamed ? 'login' : 'name' });
    return;
  }
  const outcome = await addAccount(deps, visit, { ...form, login });
  if (outcome.kind === 'fault') await show(deps, visit, { ...form, fault: outcome.fault });
  else await answer(deps, visit, outcome);
}

async function answer(deps: ConsoleDependencies, visit: StaffVisit, outcome: AccountOutcome): Promise<void> {
  if (outcome.kind === 'gone') {
    refuse(visit, 'not-found');
  } else if (outcome.kind === 'fault') {
    await show(deps, visit, { name: '', login: '', role: 'officer', fault: outcome.fault });
  } else if (outcome.token === null) {
    goTo(visit, `/console/can-bo?xong=${outcome.member.disabled ? 'disabled' : 'enabled'}`);
  } else {
    // the only answer to a form that is a page: the link exists here and nowhere else
    sendPage(
      visit,
      { title: vi.accounts.linkTitle, place: 'staff' },
      <InvitationLinkPage name={outcome.member.name} link={invitationLink(deps.publicUrl, outcome.token)} />,
    );
  }
}
