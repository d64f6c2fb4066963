import type { Handover } from '../../reports/handover-ports.ts';
import { vi } from '../texts/vi.ts';
import { Bell } from './bell.tsx';
import { Age, ChannelTag, Empty, Notice } from './parts.tsx';

interface TalkListProps {
  readonly now: Date;
  readonly handovers: readonly Handover[];
}

/** Who waits for a person and who is being talked with, the urgent of each first. */
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
        <Bell />
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
  const ofStatus = (wanted: Handover['status']) =>
    urgentFirst(handovers.filter(({ status }) => status === wanted));
  const waiting = ofStatus('waiting');
  const open = ofStatus('open');
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

const urgentFirst = (handovers: readonly Handover[]): Handover[] => [
  ...handovers.filter(({ urgent }) => urgent),
  ...handovers.filter(({ urgent }) => !urgent),
];

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
