import type { ComponentChildren } from 'preact';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Forecast } from '../../reports/delivery-ports.ts';
import type { Category, ChannelName, ReportStatus, ThreadMessage, Urgency } from '../../reports/report.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { CSRF_FIELD, csrfToken } from '../middleware/csrf.ts';
import { readableMoment } from '../../reports/moments.ts';
import { readableAge, shownText } from '../readable.ts';
import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';

export function UrgencyTag({ urgency }: { readonly urgency: Urgency }) {
  return (
    <span class={`tag urgency-${urgency}`}>
      <b>{urgency}</b> {vi.urgency[urgency]}
    </span>
  );
}

export function StatusTag({ status }: { readonly status: ReportStatus }) {
  return <span class={`tag status-${status}`}>{STATUS_WORDS[status].label}</span>;
}

export function ChannelTag({ channel }: { readonly channel: ChannelName }) {
  return <span class={`channel channel-${channel}`}>{vi.channel[channel]}</span>;
}

export function CategoryName({ category }: { readonly category: Category }) {
  return (
    <span>
      <span class="muted">{category}</span> {CATEGORY_INFO[category].shortName}
    </span>
  );
}

interface DeliveryStateProps {
  readonly message: Pick<ThreadMessage, 'id' | 'delivery'>;
  /** Of what is written over the same channel now. */
  readonly forecast: Forecast;
  /** Put in place of the one on the page by htmx. */
  readonly isSwapped?: boolean;
}

/** How far a message got; one that is not sent yet over a channel that is off is not on its way. */
export function DeliveryState({ message, forecast, isSwapped = false }: DeliveryStateProps) {
  const { id, delivery } = message;
  const isOff = delivery === 'waiting' && forecast === 'off';
  return (
    <span
      id={`delivery-${id}`}
      class={`delivery delivery-${delivery}`}
      hx-swap-oob={isSwapped ? 'true' : undefined}
    >
      {isOff ? vi.waitsForChannel : vi.delivery[delivery]}
    </span>
  );
}

/** A moment in full, for reading. */
export function Moment({ at }: { readonly at: Date }) {
  return <time dateTime={at.toISOString()}>{readableMoment(at)}</time>;
}

/** How long ago, with the moment behind it. */
export function Age({ at, now }: { readonly at: Date; readonly now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={readableMoment(at)}>
      {readableAge(at, now)}
    </time>
  );
}

/** Words that came from outside: bounded, wrapped, and never taken for ours. */
export function Outside({ text, block = false }: { readonly text: string; readonly block?: boolean }) {
  const shown = shownText(text);
  return block ? (
    <p class="outside" dir="auto">
      {shown}
    </p>
  ) : (
    <bdi class="outside">{shown}</bdi>
  );
}

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

/** Something that just happened or must be known first. Bad news interrupts a screen reader, good news does not. */
export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

export function Empty({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{text}</p>
    </div>
  );
}

interface FormProps {
  readonly visit: Visit;
  readonly action: string;
  readonly class?: string;
  readonly label?: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A form that posts, with the token without which nothing is accepted. */
export function Form({ visit, action, class: className, label, id, children }: FormProps) {
  return (
    <form method="post" action={action} class={className ?? ''} aria-label={label} id={id}>
      <input type="hidden" name={CSRF_FIELD} value={csrfToken(visit.request)} />
      {children}
    </form>
  );
}
