import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Refused } from '../refused.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { EvidenceGrid } from './evidence-grid.tsx';
import { History } from './history.tsx';
import { Indicators } from './indicators.tsx';
import { Age, ChannelTag, Form, Notice, Outside, StatusTag, UrgencyTag } from './parts.tsx';
import { ReportActions } from './report-actions.tsx';
import { Declared, Told } from './report-summary.tsx';
import type { ReportView } from './report-view.ts';
import { ResidentNews } from './resident-news.tsx';
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

/** Everything about one report: what was said at the left, what can and what has been done at the right. */
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
            <span>{CATEGORY_INFO[report.category].shortName}</span>
            <span class="muted">
              {vi.report.sent} <Age at={report.createdAt} now={visit.now} />
            </span>
            {view.assigneeName !== null && (
              <span class="muted">
                {vi.report.assignedTo}: <Outside text={view.assigneeName} />
              </span>
            )}
            {view.nextWaitingId !== null && (
              <a href={`/console/bao-cao/${view.nextWaitingId}`}>{vi.report.nextWaiting}</a>
            )}
          </p>
        </div>
        <p class="buttons">
          <a class="button quiet narrow-only" href="#actions">
            {vi.report.toActions}
          </a>
          <a class="button quiet" href="#message">
            {vi.report.write}
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
      <ResidentNews report={report} />
      {report.status === 'new' && (
        <Form visit={visit} action={`/console/bao-cao/${report.id}/tiep-nhan`} class="receive">
          <p>{vi.report.notReceived}</p>
          <button type="submit">{vi.report.receive}</button>
        </Form>
      )}
      <div class="two">
        <div>
          <Told report={report} />
          <EvidenceGrid report={report} pictureWords={view.pictureWords} />
          <Declared report={report} />
          <Indicators visit={visit} view={view} />
          <Thread {...props} />
        </div>
        <aside class="actions" aria-labelledby="actions">
          <ReportActions {...props} />
          <History report={report} />
        </aside>
      </div>
    </>
  );
}
