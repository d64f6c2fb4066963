import { countFigures } from '../../reports/figures.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { figuresCsv } from '../figures-csv.ts';
import type { Period } from '../figures-period.ts';
import { momentsOf, readPeriod, trendOf } from '../figures-period.ts';
import { queryText } from '../form.ts';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import type { FiguresContent } from '../views/figures-page.tsx';
import { FiguresPage } from '../views/figures-page.tsx';

/** More than a commune receives in years; a count is then said to be incomplete. */
const ROWS_MAX = 20_000;

/** What came in a time, counted: for the unit's periodic reports. Nothing personal is read. */
export function figureRoutes(deps: ConsoleDependencies): Route[] {
  const read = async (visit: StaffVisit): Promise<FiguresContent> => {
    const { request, now } = visit;
    const period: Period = readPeriod(queryText(request, 'tu'), queryText(request, 'den'), now);
    const { from, to } = momentsOf(period);
    const rows = await deps.figures.between(from, to, ROWS_MAX);
    const isComplete = rows.length < ROWS_MAX;
    return { period, figures: countFigures(rows), trend: trendOf(period, rows), isComplete };
  };
  return [
    route({
      method: 'get',
      path: '/thong-ke',
      roles: OFFICERS,
      handler: async (visit) => {
        const content = await read(visit);
        const head = { title: vi.figures.title, place: 'figures' } as const;
        sendPage(visit, head, <FiguresPage visit={visit} content={content} />);
      },
    }),
    route({
      method: 'get',
      path: '/thong-ke/bang.csv',
      roles: OFFICERS,
      handler: async (visit) => {
        const content = await read(visit);
        const { first, last } = content.period;
        visit.response
          .attachment(`thong-ke-${first}-${last}.csv`)
          .type('text/csv; charset=utf-8')
          .send(figuresCsv(content));
      },
    }),
  ];
}
