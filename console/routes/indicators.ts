import { z } from 'zod';
import { auditEntry, reportSubject } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { pathText, readForm } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { goTo } from '../send-page.tsx';

const verifyForm = z.object({
  kind: z.string().max(20),
  value: z.string().max(2_000),
  act: z.enum(['verify', 'take-back']),
});

type VerifyForm = z.infer<typeof verifyForm>;

/** An officer verifies a trace of the report, or takes that back. Only what the report names can be verified. */
export function indicatorRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'post',
      path: '/bao-cao/:id/dau-vet',
      roles: OFFICERS,
      handler: async (visit) => {
        const form = readForm(visit.request, verifyForm);
        if (form === null) refuse(visit, 'bad-form');
        else if (await settle(deps, visit, form))
          goTo(visit, `/console/bao-cao/${encodeURIComponent(pathText(visit.request, 'id'))}#indicators`);
        else refuse(visit, 'not-found');
      },
    }),
  ];
}

function settle(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  { kind, value, act }: VerifyForm,
): Promise<boolean> {
  return deps.transact(async (work) => {
    const report = await deps.reports.byId(pathText(visit.request, 'id'));
    const indicator = report?.indicators.find((one) => one.kind === kind && one.value === value);
    if (report === null || indicator === undefined) return false;
    const { staff, now } = visit;
    if (act === 'verify')
      work.indicators.verify(indicator, { staffId: staff.id, at: now, reportId: report.id });
    else work.indicators.takeBack(indicator);
    const name = act === 'verify' ? 'indicator-verified' : 'indicator-taken-back';
    work.audit.record(auditEntry(staff, name, reportSubject(report.id), now, indicator.display));
    return true;
  });
}
