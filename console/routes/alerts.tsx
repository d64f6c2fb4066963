import { z } from 'zod';
import type { DutyAlert } from '../../reports/duty-alert.ts';
import { requestHandover } from '../../reports/handover.ts';
import type { Work } from '../../reports/ports.ts';
import { auditEntry, handoverSubject } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { pathText, readForm } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { takeAlert } from '../take-alert.ts';
import { vi } from '../texts/vi.ts';
import { ALERTS_READ, AlertsPage } from '../views/alert-strip.tsx';

const takeForm = z.object({ then: z.enum(['/console', '/console/bao-dong']).default('/console') });

/** What an officer does about an alert: takes it, or opens a talk with the resident. Both are audited. */
export function alertRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/bao-dong',
      roles: OFFICERS,
      handler: async (visit) => {
        const alerts = await deps.alerts.open(ALERTS_READ);
        sendPage(
          visit,
          { title: vi.alerts.pageTitle, place: 'queue' },
          <AlertsPage visit={visit} alerts={alerts} />,
        );
      },
    }),
    route({
      method: 'post',
      path: '/bao-dong/:id/da-biet',
      roles: OFFICERS,
      handler: async (visit) => {
        const isKnown = await withAlert(deps, visit, (alert, work) => {
          takeAlert(visit, alert, work);
          return Promise.resolve(true);
        });
        const then = readForm(visit.request, takeForm)?.then ?? '/console';
        if (isKnown === null) refuse(visit, 'not-found');
        else goTo(visit, then);
      },
    }),
    route({
      method: 'post',
      path: '/bao-dong/:id/tro-chuyen',
      roles: OFFICERS,
      handler: async (visit) => {
        const talkId = await withAlert(deps, visit, async (alert, work) => {
          takeAlert(visit, alert, work);
          return openTalk(deps, visit, alert, work);
        });
        if (talkId === null) refuse(visit, 'not-found');
        else goTo(visit, `/console/tro-chuyen/${talkId}`);
      },
    }),
  ];
}

/** Null when there is no such alert. */
function withAlert<Result>(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  act: (alert: DutyAlert, work: Work) => Promise<Result>,
): Promise<Result | null> {
  return deps.transact(async (work) => {
    const alert = await deps.alerts.byId(pathText(visit.request, 'id'));
    return alert === null ? null : act(alert, work);
  });
}

/** The talk that is open already, or a new one, in which the bot pauses. */
async function openTalk(
  deps: ConsoleDependencies,
  { staff, now }: StaffVisit,
  { address, residentKey }: DutyAlert,
  work: Work,
): Promise<string> {
  const current = await deps.handovers.current(residentKey);
  if (current !== null) return current.id;
  const id = deps.newId();
  work.handovers.add(requestHandover({ id, address, residentKey, urgent: true, firstWords: null, now }));
  work.audit.record(auditEntry(staff, 'conversation-opened', handoverSubject(id), now));
  return id;
}
