import type { ComponentChildren } from 'preact';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import { CLASSIFICATION_NAMES } from '../../reports/classify.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { readableMoment } from '../../reports/moments.ts';
import { readableSize } from '../readable.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { HistoryList } from './history.tsx';
import { Outside } from './parts.tsx';
import { Who } from './report-summary.tsx';
import type { ReportView } from './report-view.ts';
import { Messages } from './thread.tsx';

interface PrintedReportProps {
  readonly visit: StaffVisit;
  readonly view: ReportView;
}

/** The whole report as a case sheet for A4, in black and white; NĐ 30/2020 gives the head. */
export function PrintedReport({ visit, view }: PrintedReportProps) {
  const { report } = view;
  return (
    <article class="printed">
      <p class="no-print buttons">
        <button type="button" data-print hidden>
          {vi.report.printNow}
        </button>
        <a class="button quiet" href={`/console/bao-cao/${report.id}`}>
          {vi.common.back}
        </a>
        <span class="muted">{vi.report.printHint}</span>
      </p>
      <header class="printed-head">
        <p class="printed-unit">{visit.communeName}</p>
        <p>
          <b>{vi.report.country}</b>
          <br />
          <b class="printed-motto">{vi.report.motto}</b>
        </p>
      </header>
      <h1>{vi.report.printTitle}</h1>
      <p class="printed-line">
        {vi.queue.code}: <strong class="code">{report.code}</strong>
      </p>
      <CaseTable view={view} />
      <Part title={vi.report.answers}>
        <table class="printed-table">
          <tbody>
            {report.answers.map(({ question, label, text }) => (
              <Line key={question} label={label} text={text} />
            ))}
          </tbody>
        </table>
      </Part>
      <Traces view={view} />
      {report.messages.length > 0 && (
        <Part title={vi.report.thread}>
          <Messages view={view} />
        </Part>
      )}
      <Part title={vi.report.history}>
        <HistoryList report={report} />
      </Part>
      <p>{vi.report.initial}</p>
      <div class="printed-signs">
        <p>
          <b>{vi.report.signOfficer}</b>
          <br />
          {vi.report.signHint}
        </p>
        <p>
          <b>{vi.report.signHead}</b>
          <br />
          {vi.report.signHint}
        </p>
      </div>
      <p class="printed-foot">{vi.report.printedBy(visit.staff.name, readableMoment(visit.now))}</p>
    </article>
  );
}

function CaseTable({ view }: { readonly view: ReportView }) {
  const { report, assigneeName } = view;
  const { classification } = report;
  const text = vi.report;
  return (
    <table class="printed-table">
      <tbody>
        <tr>
          <th scope="row">{text.who}</th>
          <td>
            <Who report={report} />
          </td>
        </tr>
        <Line
          label={text.sentAt}
          text={`${readableMoment(report.createdAt)}, ${vi.channel[report.channel]}`}
        />
        <Line
          label={text.receivedAt}
          text={report.receivedAt === null ? text.notYet : readableMoment(report.receivedAt)}
        />
        <Line label={vi.queue.category} text={`${report.category} ${CATEGORY_INFO[report.category].name}`} />
        <Line label={vi.queue.urgency} text={`${report.urgency} ${vi.urgency[report.urgency]}`} />
        <Line label={vi.queue.status} text={STATUS_WORDS[report.status].label} />
        <Line
          label={text.classify}
          text={classification === null ? text.unclassified : CLASSIFICATION_NAMES[classification]}
        />
        <Line label={text.assignedTo} text={assigneeName ?? text.nobody} />
      </tbody>
    </table>
  );
}

function Traces({ view }: { readonly view: ReportView }) {
  const { report, links } = view;
  return (
    <>
      <Part title={`${vi.report.evidence} (${report.evidence.length})`}>
        {report.evidence.length === 0 && <p>{vi.report.noEvidence}</p>}
        <ol>
          {report.evidence.map((item) => (
            <li key={item.id}>
              {vi.evidenceKind[item.kind]}: <Outside text={item.name} />, {readableMoment(item.arrivedAt)}
              {item.sizeBytes !== null && `, ${readableSize(item.sizeBytes)}`}
              {item.sha256 !== null && <code class="printed-hash">SHA-256 {item.sha256}</code>}
              {item.note !== null && <Outside text={item.note} block />}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={vi.report.indicators}>
        {links.length === 0 && <p>{vi.report.noIndicators}</p>}
        <ul>
          {links.map(({ indicator, rows }) => (
            <li key={`${indicator.kind} ${indicator.value}`}>
              {vi.report.indicatorKind[indicator.kind]}: <Outside text={indicator.display} />
              {rows.length > 0 && ` (${vi.report.alsoIn} ${rows.map(({ code }) => code).join(', ')})`}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <tr>
      <th scope="row">
        <Outside text={label} />
      </th>
      <td>
        <Outside text={text} block />
      </td>
    </tr>
  );
}
