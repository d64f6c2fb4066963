import { auditEntry, recordAct, SYSTEM_SUBJECT } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { pathText, queryText } from '../form.ts';
import type { Route, StaffVisit } from '../route.ts';
import { ADMINISTRATORS, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { SystemPage } from '../views/system-page.tsx';

const LISTED = 100;

/** How the channels do, and the events that could not be acted on. */
export function systemRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/he-thong',
      roles: ADMINISTRATORS,
      handler: (visit) => show(deps, visit, false),
    }),
    route({
      method: 'post',
      path: '/he-thong/su-kien/:id',
      roles: ADMINISTRATORS,
      handler: (visit) => replay(deps, visit),
    }),
  ];
}

async function show(deps: ConsoleDependencies, visit: StaffVisit, isGone: boolean): Promise<void> {
  const [channels, waiting, letters] = await Promise.all([
    deps.channelStates.list(),
    deps.waitingMessages.count(),
    deps.deadLetters.list(LISTED),
  ]);
  const doneName = queryText(visit.request, 'xong');
  const done = Object.entries(vi.system.done).find(([name]) => name === doneName)?.[1] ?? null;
  sendPage(
    visit,
    { title: vi.system.title, place: 'system', status: isGone ? 409 : 200 },
    <SystemPage
      visit={visit}
      channels={channels}
      canRenewZalo={deps.zaloConsent !== null}
      waiting={waiting}
      letters={letters}
      done={done}
      isGone={isGone}
    />,
  );
}

async function replay(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const id = pathText(visit.request, 'id');
  if (!(await deps.deadLetters.replay(id))) {
    await show(deps, visit, true);
    return;
  }
  await recordAct(deps.transact, auditEntry(visit.staff, 'letter-replayed', SYSTEM_SUBJECT, visit.now, id));
  goTo(visit, '/console/he-thong?xong=replayed');
}
