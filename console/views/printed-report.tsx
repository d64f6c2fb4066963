import { CATEGORY_INFO } from '../../reports/categories.ts';
import { CLASSIFICATION_NAMES } from '../../reports/classify.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { readableMoment } from '../readable.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { History } from './history.tsx';
import { Outside } from './parts.tsx';
import { Summary } from './report-page.tsx';
import type { ReportView } from './report-view.ts';
import { Messages } from './thread.tsx';

/** The whole report on paper, in black and white. */
export function PrintedReport({ visit, view }: { readonly visit: StaffVisit; readonly view: ReportView }) {
  const { report } = view;
  const { classification } = report;
  return (
    <article class="printed">
      <p class="no-print">
        <a href={`/console/bao-cao/${report.id}`}>{vi.common.back}</a> · {vi.report.printHint}
      </p>
      <p class="printed-unit">{visit.communeName}</p>
      <h1>{vi.report.printTitle}</h1>
      <p class="printed-line">
        {vi.queue.code}: <strong class="code">{report.code}</strong> · {STATUS_WORDS[report.status].label} ·{' '}
        {report.urgency} {vi.urgency[report.urgency]} · {vi.channel[report.channel]}
      </p>
      <p class="printed-line">
        {report.category} {CATEGORY_INFO[report.category].name} · {vi.report.classify}:{' '}
        {classification === null ? vi.report.unclassified : CLASSIFICATION_NAMES[classification]}
      </p>
      <Summary report={report} />
      <section class="card">
        <h2>{vi.report.evidence}</h2>
        <ol>
          {report.evidence.map((item) => (
            <li key={item.id}>
              {vi.evidenceKind[item.kind]}: <Outside text={item.name} />, {readableMoment(item.arrivedAt)}
              {item.sha256 !== null && (
                <>
                  <br />
                  <code>SHA-256 {item.sha256}</code>
                </>
              )}
              {item.note !== null && <Outside text={item.note} block />}
            </li>
          ))}
        </ol>
        {report.evidence.length === 0 && <p>{vi.report.noEvidence}</p>}
      </section>
      <section class="card">
        <h2>{vi.report.indicators}</h2>
        <ul>
          {view.links.map(({ indicator }) => (
            <li key={`${indicator.kind} ${indicator.value}`}>
              {vi.report.indicatorKind[indicator.kind]}: <Outside text={indicator.display} />
            </li>
          ))}
        </ul>
      </section>
      {report.messages.length > 0 && (
        <section class="card">
          <h2>{vi.report.thread}</h2>
          <Messages report={report} />
        </section>
      )}
      <History report={report} />
      <p class="printed-line">{vi.report.printedBy(visit.staff.name, readableMoment(visit.now))}</p>
    </article>
  );
}
