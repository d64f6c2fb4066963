import { z } from 'zod';
import { parseCaseCode } from '../../reports/case-code.ts';
import { indicatorsAsked } from '../../reports/indicators/asked.ts';
import type { Indicator } from '../../reports/report.ts';
import { auditEntry, recordAct, SYSTEM_SUBJECT } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { line, readForm } from '../form.ts';
import { readSession, writeSession } from '../middleware/session.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { staffNames } from '../staff-names.ts';
import { vi } from '../texts/vi.ts';
import type { FoundTrace } from '../views/search-results.tsx';
import { SearchResults } from '../views/search-results.tsx';

const searchForm = z.object({ words: line(300) });
const TRACES_SEARCHED = 5;
const ROWS_SHOWN = 50;

/**
 * By case code, or by a number, account or link of an offender. Posted, so that no address or log of a proxy holds it; what was
 * found has a page of its own, to which "back" leads from a report. Whoever asks for traces is in the audit before anything is shown,
 * with their kinds only: what they are is personal.
 */
export function searchRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({
      method: 'post',
      path: '/tim',
      roles: OFFICERS,
      handler: async (visit) => {
        const form = readForm(visit.request, searchForm);
        if (form === null) refuse(visit, 'bad-form');
        else await search(deps, visit, form.words);
      },
    }),
    route({
      method: 'get',
      path: '/tim',
      roles: OFFICERS,
      handler: async (visit) => {
        const { search } = readSession(visit.request);
        if (search === undefined) goTo(visit, '/console');
        else await showFound(deps, visit, deps.open(search.sealedWords));
      },
    }),
  ];
}

async function search(deps: ConsoleDependencies, visit: StaffVisit, words: string): Promise<void> {
  const code = parseCaseCode(words);
  const report = code === null ? null : await deps.reports.byCode(code);
  if (report === null) {
    const kinds = new Set(tracesIn(words, visit.now).map(({ kind }) => kind));
    if (kinds.size > 0) {
      const entry = auditEntry(
        visit.staff,
        'traces-searched',
        SYSTEM_SUBJECT,
        visit.now,
        [...kinds].join(', '),
      );
      await recordAct(deps.transact, entry);
    }
    writeSession(visit.request, {
      ...readSession(visit.request),
      search: { sealedWords: deps.seal(words) },
    });
    goTo(visit, '/console/tim');
  } else goTo(visit, `/console/bao-cao/${report.id}`);
}

const tracesIn = (words: string, now: Date): Indicator[] =>
  indicatorsAsked(words, now).slice(0, TRACES_SEARCHED);

async function showFound(deps: ConsoleDependencies, visit: StaffVisit, words: string): Promise<void> {
  const traces = tracesIn(words, visit.now);
  sendPage(
    visit,
    { title: vi.search.title, place: 'queue' },
    <SearchResults
      visit={visit}
      words={words}
      traces={await Promise.all(traces.map((trace) => find(deps, trace)))}
      staffNames={await staffNames(deps.staff)}
    />,
  );
}

async function find({ reports }: ConsoleDependencies, indicator: Indicator): Promise<FoundTrace> {
  const rows = await reports.withIndicator(indicator, null, ROWS_SHOWN + 1);
  return { indicator, rows: rows.slice(0, ROWS_SHOWN), hasMore: rows.length > ROWS_SHOWN };
}
