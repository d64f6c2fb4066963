import type { QueueRow } from '../../reports/ports.ts';
import type { Indicator } from '../../reports/report.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Notice, Outside } from './parts.tsx';
import { QueueRows } from './queue-rows.tsx';
import { SearchBox } from './search-box.tsx';

/** A number, account or link with the reports that name it, newest first. */
export interface FoundTrace {
  readonly indicator: Indicator;
  readonly rows: readonly QueueRow[];
  readonly hasMore: boolean;
}

interface SearchResultsProps {
  readonly visit: StaffVisit;
  readonly words: string;
  /** Empty when the words hold neither a known code nor a trace. */
  readonly traces: readonly FoundTrace[];
  /** Of all staff, by id. */
  readonly staffNames: ReadonlyMap<string, string>;
}

/** Nothing is after what came last: rows of a search are never marked as fresh. */
const NOTHING_IS_FRESH = '\uffff';

export function SearchResults({ visit, words, traces, staffNames }: SearchResultsProps) {
  const text = vi.search;
  const shown = { now: visit.now, staffId: visit.staff.id, newestKnown: NOTHING_IS_FRESH, staffNames };
  return (
    <>
      <div class="page-head">
        <h1>{text.title}</h1>
        <a class="button quiet" href="/console">
          {vi.alerts.toQueue}
        </a>
      </div>
      <SearchBox visit={visit} words={words} />
      {traces.length === 0 && (
        <Notice tone="warn">
          <Outside text={text.nothing(words)} />
        </Notice>
      )}
      {traces.map(({ indicator, rows, hasMore }) => (
        <section key={`${indicator.kind} ${indicator.value}`}>
          <h2>
            {vi.report.indicatorKind[indicator.kind]} <Outside text={indicator.display} />{' '}
            <span class="muted small">{text.count(`${rows.length}${hasMore ? '+' : ''}`)}</span>
          </h2>
          {rows.length === 0 ? <p class="muted">{text.none}</p> : <QueueRows rows={rows} {...shown} />}
        </section>
      ))}
    </>
  );
}
