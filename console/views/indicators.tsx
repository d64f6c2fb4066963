import { vi } from '../texts/vi.ts';
import { Outside } from './parts.tsx';
import type { LinkedIndicator, ReportView } from './report-view.ts';

/** Numbers, accounts and links of the offender, each with the other reports that name it. */
export function Indicators({ view }: { readonly view: ReportView }) {
  return (
    <section class="card" aria-labelledby="indicators">
      <h2 id="indicators">{vi.report.indicators}</h2>
      {view.links.length === 0 ? (
        <p class="muted">{vi.report.noIndicators}</p>
      ) : (
        <ul class="indicators">
          {view.links.map((link) => (
            <li key={`${link.indicator.kind} ${link.indicator.value}`}>
              <span class="muted small">{vi.report.indicatorKind[link.indicator.kind]}</span>
              <strong>
                <Outside text={link.indicator.display} />
              </strong>
              <Linked link={link} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Linked({ link }: { readonly link: LinkedIndicator }) {
  const { rows, hasMore, indicator } = link;
  if (rows.length === 0) return <span class="muted">{vi.report.onlyHere}</span>;
  const count = `${rows.length}${hasMore ? '+' : ''}`;
  return (
    <details class="linked">
      <summary>{vi.report.sameIn(vi.report.indicatorShort[indicator.kind], count)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a class="code" href={`/console/bao-cao/${row.id}`}>
              {row.code}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
