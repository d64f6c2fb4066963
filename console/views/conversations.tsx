import type { Forecast, Handover } from '../../reports/ports.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Age, ChannelTag, Empty, Form, Moment, Notice, Outside } from './parts.tsx';

export type TalkFault = keyof typeof vi.conversations.fault;

interface TalkListProps {
  readonly now: Date;
  readonly handovers: readonly Handover[];
}

/** Who waits for a person and who is being talked with. */
export function ConversationsPage({
  now,
  handovers,
  done,
}: TalkListProps & { readonly done: string | null }) {
  const text = vi.conversations;
  const doneText = Object.entries(text.done).find(([name]) => name === done)?.[1];
  return (
    <>
      <div class="page-head">
        <h1>{text.title}</h1>
        <button class="quiet bell" type="button" data-bell={vi.queue.bellOn} title={vi.queue.bellHint} hidden>
          {vi.queue.bellOff}
        </button>
      </div>
      <p class="muted">{text.lead}</p>
      {doneText !== undefined && <Notice tone="good">{doneText}</Notice>}
      <TalkList now={now} handovers={handovers} />
    </>
  );
}

/** The part that htmx draws anew every five seconds. */
export function TalkList({ now, handovers }: TalkListProps) {
  const text = vi.conversations;
  const waiting = handovers.filter(({ status }) => status === 'waiting');
  const open = handovers.filter(({ status }) => status === 'open');
  const urgent = waiting.filter((handover) => handover.urgent);
  return (
    <div id="talks" hx-get="/console/tro-chuyen-moi" hx-trigger="every 5s" hx-swap="outerHTML">
      <div data-alarm={urgent.map(({ id }) => id).join(' ')} />
      {handovers.length === 0 && <Empty title={text.emptyTitle} text={text.empty} />}
      <Talks title={text.waiting} now={now} handovers={waiting} />
      <Talks title={text.open} now={now} handovers={open} />
      {handovers.length > 0 && <p class="muted small">{vi.queue.live}</p>}
    </div>
  );
}

function Talks({ title, now, handovers }: { title: string; now: Date; handovers: readonly Handover[] }) {
  if (handovers.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="rows">
        {handovers.map((handover) => (
          <li key={handover.id} class="row">
            <a id={`talk-${handover.id}`} href={`/console/tro-chuyen/${handover.id}`}>
              {handover.urgent ? (
                <span class="tag urgency-P1">{vi.conversations.urgent}</span>
              ) : (
                <span class="tag urgency-P3">{vi.urgency.P3}</span>
              )}
              <span class="row-main">
                <ChannelTag channel={handover.channel} />
              </span>
              <span class="row-facts">{vi.conversations.messages(handover.messages.length)}</span>
              <span class="row-age">
                {vi.conversations.since} <Age at={handover.requestedAt} now={now} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ConversationPageProps {
  readonly visit: StaffVisit;
  readonly handover: Handover;
  readonly forecast: Forecast;
  readonly fault: TalkFault | null;
  readonly typed: string;
}

export function ConversationPage({ visit, handover, forecast, fault, typed }: ConversationPageProps) {
  const text = vi.conversations;
  const path = `/console/tro-chuyen/${handover.id}`;
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
      <section class="card">
        <TalkMessages handover={handover} />
        {handover.status === 'ended' ? (
          <Notice tone="plain">{text.ended}</Notice>
        ) : (
          <Form visit={visit} action={path} class="stack">
            <div class="field">
              <label for="answer">{text.answer}</label>
              <textarea id="answer" name="text" rows={4} aria-describedby="answer-note" required>
                {typed}
              </textarea>
              <p class="hint" id="answer-note">
                {vi.report.messageHint}
              </p>
            </div>
            <p class={`forecast forecast-${forecast}`}>{vi.report.forecast[forecast]}</p>
            <button type="submit">{vi.report.send}</button>
          </Form>
        )}
      </section>
      {handover.status !== 'ended' && (
        <Form visit={visit} action={`${path}/ket-thuc`} class="card stack">
          <p class="hint">{text.endHint}</p>
          <button class="quiet" type="submit">
            {text.end}
          </button>
        </Form>
      )}
    </>
  );
}

/** What was said; htmx draws it anew when something came. */
export function TalkMessages({ handover }: { readonly handover: Handover }) {
  const live =
    handover.status === 'ended'
      ? {}
      : {
          'hx-get': `/console/tro-chuyen/${handover.id}/moi?thay=${handover.version}`,
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
                <b>{vi.report[message.from]}</b> <Moment at={message.at} />
              </p>
              <Outside text={message.text} block />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
