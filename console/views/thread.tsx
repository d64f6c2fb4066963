import type { Refused } from '../refused.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { authorOf } from './author.ts';
import { Field } from './field.tsx';
import { DeliveryState, Form, Moment, Notice, Outside } from './parts.tsx';
import { ReplyPhrases } from './reply-phrases.tsx';
import type { ReportView } from './report-view.ts';
import { reportStamp } from './report-view.ts';

interface ThreadProps {
  readonly visit: StaffVisit;
  readonly view: ReportView;
  readonly refused: Refused | null;
  readonly messageId: string;
}

/** What resident and police wrote to one another about this report, and the next words. */
export function Thread({ visit, view, refused, messageId }: ThreadProps) {
  const { report, forecast } = view;
  const typed = refused?.form === 'resident-written' ? refused : null;
  return (
    <section class="card" aria-labelledby="thread">
      <h2 id="thread">{vi.report.thread}</h2>
      <div
        id="report-live"
        hx-get={`/console/bao-cao/${report.id}/moi?thay=${reportStamp(report)}`}
        hx-trigger="every 5s"
      />
      {report.messages.length === 0 ? <p class="muted">{vi.report.threadEmpty}</p> : <Messages view={view} />}
      <Form
        visit={visit}
        action={`/console/bao-cao/${report.id}/nhan`}
        class="stack"
        id="form-resident-written"
      >
        <input type="hidden" name="messageId" value={messageId} />
        <Field
          id="message"
          label={vi.report.message}
          hint={vi.report.messageHint}
          error={typed === null ? undefined : vi.report.fault[typed.fault]}
        >
          <textarea id="message" name="text" data-keep rows={4} aria-describedby="message-note" required>
            {typed?.typed['text'] ?? ''}
          </textarea>
        </Field>
        <ReplyPhrases field="message" commune={visit.communeName} />
        <p class={`forecast forecast-${forecast}`}>{vi.report.forecast[forecast]}</p>
        <button type="submit">{vi.report.send}</button>
      </Form>
    </section>
  );
}

export function Messages({ view }: { readonly view: ReportView }) {
  const { report, forecast, staffNames } = view;
  return (
    <ol class="messages">
      {report.messages.map((message) => (
        <li key={message.id} class={`message from-${message.from}`}>
          <p class="message-head">
            <b>
              <Outside text={authorOf(message, staffNames)} />
            </b>{' '}
            <Moment at={message.at} />
            {message.from === 'officer' && <DeliveryState message={message} forecast={forecast} />}
          </p>
          <Outside text={message.text} block />
        </li>
      ))}
    </ol>
  );
}

interface LivePartsProps extends Pick<ReportView, 'report' | 'forecast'> {
  readonly isNewer: boolean;
}

/** How far each of our messages got, put in place by htmx, and whether something new is there. Nothing of the content. */
export function LiveParts({ report, forecast, isNewer }: LivePartsProps) {
  return (
    <>
      {isNewer && (
        <Notice tone="warn">
          {vi.report.newFromResident} <a href={`/console/bao-cao/${report.id}`}>{vi.report.reload}</a>
        </Notice>
      )}
      {report.messages
        .filter(({ from }) => from === 'officer')
        .map((message) => (
          <DeliveryState key={message.id} message={message} forecast={forecast} isSwapped />
        ))}
    </>
  );
}
