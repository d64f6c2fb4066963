import { FACT_TABLES, factsToReview } from '../../knowledge/fact-review.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { queryText } from '../form.ts';
import { oneOf } from '../queue-filter.ts';
import { isoDay } from '../readable.ts';
import type { Route } from '../route.ts';
import { EDITORS, route } from '../route.ts';
import { sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { FactsPage } from '../views/facts-page.tsx';

/** The tables that articles refer to, read only: which rows are due, and what residents are not told. */
export function factRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/du-kien',
      roles: EDITORS,
      handler: (visit) => {
        const today = isoDay(visit.now);
        const rows = factsToReview(deps.facts, today);
        const chosen = oneOf([...FACT_TABLES, 'can-xem'], queryText(visit.request, 'bang'));
        sendPage(
          visit,
          { title: vi.facts.title, place: 'facts' },
          <FactsPage rows={rows} chosen={chosen} today={today} />,
        );
      },
    }),
  ];
}
