import type { FactRow, FactTable } from '../../knowledge/fact-review.ts';
import { FACT_TABLES } from '../../knowledge/fact-review.ts';
import { readableDate } from '../../reports/moments.ts';
import { vi } from '../texts/vi.ts';
import { Empty, Notice, Outside } from './parts.tsx';

interface FactsPageProps {
  /** Those due first. */
  readonly rows: readonly FactRow[];
  readonly chosen: FactTable | 'can-xem' | null;
  readonly today: string;
}

export function FactsPage({ rows, chosen, today }: FactsPageProps) {
  const text = vi.facts;
  const due = rows.filter((row) => needsLook(row, today));
  const shown =
    chosen === null ? rows : chosen === 'can-xem' ? due : rows.filter(({ table }) => table === chosen);
  return (
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      {due.length > 0 && chosen !== 'can-xem' && (
        <Notice tone="warn">
          {text.due(due.length)} <a href="/console/du-kien?bang=can-xem">{text.showDue}</a>
        </Notice>
      )}
      <ul class="chips" aria-label={text.tables}>
        <Chip href="/console/du-kien" label={text.all} count={rows.length} isHere={chosen === null} />
        <Chip
          href="/console/du-kien?bang=can-xem"
          label={text.toLookAt}
          count={due.length}
          isHere={chosen === 'can-xem'}
        />
        {FACT_TABLES.map((table) => (
          <Chip
            key={table}
            href={`/console/du-kien?bang=${table}`}
            label={text.table[table]}
            count={rows.filter((row) => row.table === table).length}
            isHere={chosen === table}
          />
        ))}
      </ul>
      {shown.length === 0 && <Empty title={text.emptyTitle} text={text.empty} />}
      <ul class="rows">
        {shown.map((row) => (
          <li key={`${row.table} ${row.id}`} class="row fact">
            <Fact row={row} today={today} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Due, or nothing that residents may be told as it stands. */
const needsLook = ({ dueAt, withheld }: FactRow, today: string): boolean =>
  dueAt <= today || (withheld !== null && withheld !== 'expired');

interface ChipProps {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  readonly isHere: boolean;
}

function Chip({ href, label, count, isHere }: ChipProps) {
  return (
    <li>
      <a href={href} aria-current={isHere ? 'true' : undefined}>
        {label} <b>{count}</b>
      </a>
    </li>
  );
}

function Fact({ row, today }: { readonly row: FactRow; readonly today: string }) {
  const text = vi.facts;
  return (
    <>
      <div>
        <p class="fact-name">
          <strong>
            <Outside text={row.name} />
          </strong>{' '}
          {row.value !== null && (
            <b class="code">
              <Outside text={row.value} />
            </b>
          )}
        </p>
        {row.text !== null && <Outside text={row.text} block />}
        <p class="muted small">
          {text.source}: <Outside text={row.source} />
        </p>
      </div>
      <div>
        <p class="tags">
          <span class="tag group">{text.table[row.table]}</span>
          <span class={`tag confidence-${row.confidence}`}>{text.confidence[row.confidence]}</span>
          {row.withheld !== null && <span class="tag account-disabled">{text.withheld[row.withheld]}</span>}
        </p>
        <p class="small">
          {text.checked} {readableDate(new Date(row.lastVerifiedAt))}, <Outside text={row.verifiedBy} />
        </p>
        <p class="small">
          {row.dueAt <= today ? (
            <b class="late">{text.overdue(readableDate(new Date(row.dueAt)))}</b>
          ) : (
            <span class="muted">
              {text.next} {readableDate(new Date(row.dueAt))}
            </span>
          )}
        </p>
      </div>
    </>
  );
}
