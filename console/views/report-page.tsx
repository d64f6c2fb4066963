import type { Report } from '../../reports/report.ts';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Refused } from '../refused.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { EvidenceGrid } from './evidence-grid.tsx';
import { History } from './history.tsx';
import { Indicators } from './indicators.tsx';
import { ChannelTag, Form, Moment, Notice, Outside, StatusTag, UrgencyTag } from './parts.tsx';
import { ReportActions } from './report-actions.tsx';
import type { ReportView } from './report-view.ts';
import { Thread } from './thread.tsx';

export interface ReportPageProps {
  readonly visit: StaffVisit;
  readonly view: ReportView;
  readonly refused: Refused | null;
  /** What was just done. */
  readonly done: string | null;
  /** Of the next message, so that a form sent twice is one message. */
  readonly messageId: string;
}

/** Everything about one report: what was said at the left, what can be done at the right. */
export function ReportPage(props: ReportPageProps) {
  const { visit, view, refused, done } = props;
  const { report } = view;
  return (
    <>
      <div class="page-head">
        <div>
          <h1>
            {vi.report.heading} <span class="code">{report.code}</span>
          </h1>
          <p class="tags">
            <UrgencyTag urgency={report.urgency} /> <StatusTag status={report.status} />{' '}
            <ChannelTag channel={report.channel} />
          </p>
        </div>
        <p class="buttons">
          <a class="button quiet narrow-only" href="#actions">
            {vi.report.toActions}
          </a>
          <a class="button quiet" href={`/console/bao-cao/${report.id}/in`}>
            {vi.report.print}
          </a>
        </p>
      </div>
      {done !== null && <Notice tone="good">{done}</Notice>}
      {refused !== null && (
        <Notice tone="bad">
          {vi.report.fault[refused.fault]} <a href={`#form-${refused.form}`}>{vi.report.toForm}</a>
        </Notice>
      )}
      {report.status === 'new' && (
        <Form visit={visit} action={`/console/bao-cao/${report.id}/tiep-nhan`} class="receive">
          <p>{vi.report.notReceived}</p>
          <button type="submit">{vi.report.receive}</button>
        </Form>
      )}
      <div class="two">
        <div>
          <Summary report={report} />
          <EvidenceGrid report={report} />
          <Indicators visit={visit} view={view} />
          <Thread {...props} />
          <History report={report} />
        </div>
        <ReportActions {...props} />
      </div>
    </>
  );
}

const SUMMARY = [
  ['what', vi.report.what],
  ['when', vi.report.when],
  ['where', vi.report.where],
] as const;

/** Who, what, when and where first; then the rest of the answers as they were given. */
export function Summary({ report }: { readonly report: Report }) {
  const said = new Set<string>(SUMMARY.map(([question]) => question));
  const rest = report.answers.filter(({ question }) => !said.has(question));
  return (
    <section class="card" aria-labelledby="summary">
      <h2 id="summary">{vi.report.summary}</h2>
      <dl class="facts">
        <dt>{vi.report.who}</dt>
        <dd>
          <Who report={report} />
        </dd>
        {SUMMARY.map(([question, label]) => (
          <Fact
            key={question}
            label={label}
            text={report.answers.find((answer) => answer.question === question)?.text ?? null}
          />
        ))}
        <dt>{vi.queue.category}</dt>
        <dd>
          {report.category} {CATEGORY_INFO[report.category].name}
        </dd>
        <dt>{vi.report.sentAt}</dt>
        <dd>
          <Moment at={report.createdAt} />
        </dd>
        <dt>{vi.report.receivedAt}</dt>
        <dd>{report.receivedAt === null ? vi.report.notYet : <Moment at={report.receivedAt} />}</dd>
      </dl>
      {rest.length > 0 && (
        <>
          <h3>{vi.report.answers}</h3>
          <dl class="facts">
            {rest.map(({ question, label, text }) => (
              <Fact key={question} label={label} text={text} />
            ))}
          </dl>
        </>
      )}
      <p class="muted small">
        {vi.report.initial} {vi.report.consent}{' '}
        <Outside text={report.consentVersion.split('-').reverse().join('/')} />.
      </p>
    </section>
  );
}

function Who({ report }: { readonly report: Report }) {
  const { anonymous, name, phone } = report.reporter;
  if (anonymous) return <>{vi.report.anonymous}</>;
  return (
    <>
      {name === null ? vi.report.noName : <Outside text={name} />},{' '}
      {phone === null ? vi.report.noPhone : <Outside text={phone} />}
    </>
  );
}

function Fact({ label, text }: { readonly label: string; readonly text: string | null }) {
  return (
    <>
      <dt>
        <Outside text={label} />
      </dt>
      <dd>
        {text === null ? <span class="muted">{vi.report.nothingSaid}</span> : <Outside text={text} block />}
      </dd>
    </>
  );
}
