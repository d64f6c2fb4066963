import { parseCaseCode } from '../../reports/case-code.ts';
import type { AuditEntry } from '../../reports/ports.ts';
import { reportIdOf, reportSubject } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { queryText } from '../form.ts';
import type { Route } from '../route.ts';
import { ADMINISTRATORS, route } from '../route.ts';
import { sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { AuditPage } from '../views/audit-page.tsx';

const LISTED = 300;

/** Who did what, newest first; of everything or of one report. */
export function auditRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/nhat-ky',
      roles: ADMINISTRATORS,
      handler: async (visit) => {
        const text = queryText(visit.request, 'ma');
        const code = text === null ? null : parseCaseCode(text);
        const report = code === null ? null : await deps.reports.byCode(code);
        const entries =
          text === null
            ? await deps.audit.latest(LISTED)
            : report === null
              ? []
              : await deps.audit.ofSubject(reportSubject(report.id), LISTED);
        sendPage(
          visit,
          { title: vi.audit.title, place: 'audit' },
          <AuditPage
            entries={entries}
            codes={await codesOf(deps, entries)}
            searched={text}
            isUnknownCode={text !== null && report === null}
          />,
        );
      },
    }),
  ];
}

function codesOf(
  { reports }: ConsoleDependencies,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = entries.map(({ subject }) => reportIdOf(subject)).filter((id) => id !== null);
  return reports.codesOf([...new Set(ids)]);
}
