import type { ToldAlert } from '../../reports/duty-alert.ts';
import type { Forecast } from '../../reports/delivery-ports.ts';
import type { Handover } from '../../reports/handover-ports.ts';
import type { Report } from '../../reports/report.ts';
import type { WaitingCounts } from '../dependencies.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { alertName } from './alert-strip.tsx';
import { authorOf } from './author.ts';
import { Field } from './field.tsx';
import { ReplyPhrases } from './reply-phrases.tsx';
import { TalkDelivery, talkStamp } from './talk-delivery.tsx';
import { Age, CategoryName, Form, Moment, Notice, Outside, StatusTag, UrgencyTag } from './parts.tsx';

export type TalkFault = keyof typeof vi.conversations.fault;

interface ConversationPageProps {
  readonly visit: StaffVisit;
  readonly handover: Handover;
  readonly forecast: Forecast;
  /** What the same person raised before, newest first. */
  readonly alerts: readonly ToldAlert[];
  readonly reports: readonly Report[];
  /** Of all staff, by id. */
  readonly staffNames: ReadonlyMap<string, string>;
  readonly waiting: WaitingCounts | null;
  readonly fault: TalkFault | null;
  readonly typed: string;
}

/** One talk: what was said, an answer, and what is known of the person beside it. */
export function ConversationPage(props: ConversationPageProps) {
  const { visit, handover, staffNames, waiting, fault } = props;
  const text = vi.conversations;
  return (
    <>
      <div class="page-head">
        <h1>{text.one(vi.channel[handover.channel])}</h1>
        <a class="button quiet" href="/console/tro-chuyen">
          {vi.common.back}
        </a>
      </div>
      <p class="tags">
        <span class="tag status-new">{text[handover.status]}</span>{' '}
        {handover.urgent && <span class="tag urgency-P1">{text.urgent}</span>} {text.since}{' '}
        <Moment at={handover.requestedAt} />
      </p>
      {fault !== null && <Notice tone="bad">{text.fault[fault]}</Notice>}
      <div class="two">
        <section class="card">
          <UrgentWords {...props} />
          <TalkMessages handover={handover} staffNames={staffNames} waiting={waiting} />
          <Answer {...props} />
        </section>
        <aside>
          <About {...props} />
          {handover.status !== 'ended' && (
            <Form visit={visit} action={`/console/tro-chuyen/${handover.id}/ket-thuc`} class="card stack">
              <p class="hint">{text.endHint}</p>
              <button class="quiet" type="submit">
                {text.end}
              </button>
            </Form>
          )}
        </aside>
      </div>
    </>
  );
}

function Answer({ visit, handover, forecast, typed }: ConversationPageProps) {
  const text = vi.conversations;
  if (handover.status === 'ended') return <Notice tone="plain">{text.ended}</Notice>;
  return (
    <Form visit={visit} action={`/console/tro-chuyen/${handover.id}`} class="stack">
      <Field id="answer" label={text.answer} hint={vi.report.messageHint}>
        <textarea id="answer" name="text" data-keep rows={4} aria-describedby="answer-note" required>
          {typed}
        </textarea>
      </Field>
      <ReplyPhrases field="answer" commune={visit.communeName} />
      <p class={`forecast forecast-${forecast}`}>{vi.report.forecast[forecast]}</p>
      <button type="submit">{vi.report.send}</button>
    </Form>
  );
}

function About({ visit, alerts, reports }: ConversationPageProps) {
  const text = vi.conversations;
  return (
    <section class="card about" aria-labelledby="about">
      <h2 id="about">{text.about}</h2>
      <p class="muted small">{text.aboutLead}</p>
      {alerts.length + reports.length === 0 && <p>{text.nothingAbout}</p>}
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <UrgencyTag urgency={alert.urgency} /> <strong>{alertName(alert)}</strong>{' '}
            <span class="muted small">
              <Moment at={alert.at} />
            </span>
          </li>
        ))}
        {reports.map((report) => (
          <li key={report.id}>
            <a class="code" href={`/console/bao-cao/${report.id}`}>
              {report.code}
            </a>{' '}
            <StatusTag status={report.status} /> <CategoryName category={report.category} />{' '}
            <span class="muted small">
              <Age at={report.createdAt} now={visit.now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The messages that raised alerts, oldest first, without those that opened this talk. */
function UrgentWords({ handover, alerts }: ConversationPageProps) {
  const talked = handover.messages.map((message) => message.text);
  const told = alerts.filter(({ words }) => words !== null && !talked.some((text) => text.includes(words)));
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="urgent-words">
      <h2 id="urgent-words">{vi.conversations.urgentWords}</h2>
      <ol class="messages">
        {told.toReversed().map((alert) => (
          <li key={alert.id} class="message from-resident">
            <p class="message-head">
              <b>{alertName(alert)}</b> <Moment at={alert.at} />
            </p>
            <Outside text={alert.words ?? ''} block />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface TalkMessagesProps {
  readonly handover: Handover;
  /** Of all staff, by id. */
  readonly staffNames: ReadonlyMap<string, string>;
  /** What of the officers' words has not arrived; null where they wrote none. */
  readonly waiting: WaitingCounts | null;
}

/** What was said; htmx draws it anew when something came. */
export function TalkMessages({ handover, staffNames, waiting }: TalkMessagesProps) {
  const live =
    handover.status === 'ended'
      ? {}
      : {
          'hx-get': `/console/tro-chuyen/${handover.id}/moi?thay=${talkStamp(handover, waiting)}`,
          'hx-trigger': 'every 5s',
          'hx-swap': 'outerHTML',
        };
  return (
    <div id="talk-messages" aria-live="polite" {...live}>
      {handover.messages.length === 0 ? (
        <p class="muted">{vi.conversations.noWords}</p>
      ) : (
        <ol class="messages">
          {handover.messages.map((message, position) => (
            <li key={position} class={`message from-${message.from}`}>
              <p class="message-head">
                <b>
                  <Outside text={authorOf(message, staffNames)} />
                </b>{' '}
                <Moment at={message.at} />
              </p>
              <Outside text={message.text} block />
            </li>
          ))}
        </ol>
      )}
      <TalkDelivery waiting={waiting} />
    </div>
  );
}
