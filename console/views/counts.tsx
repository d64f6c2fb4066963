import type { DutyAlert } from '../../reports/duty-alert.ts';
import { vi } from '../texts/vi.ts';

interface CountsProps {
  readonly queue: number;
  readonly conversations: number;
  /** Not taken yet. */
  readonly alerts: readonly DutyAlert[];
}

/** Numbers beside the navigation, put in place by htmx wherever the page is. Who needs help now rings like in the queue. */
export function Counts({ queue, conversations, alerts }: CountsProps) {
  return (
    <>
      <CountBadge id="count-queue" count={queue} />
      <CountBadge id="count-conversations" count={conversations} />
      <span
        id="count-alerts"
        class={alerts.length > 0 ? 'count' : ''}
        data-alarm={alerts.map(({ id }) => `alert-${id}`).join(' ')}
        hx-swap-oob="true"
      >
        {alerts.length > 0 ? ` ${vi.alerts.count(alerts.length)}` : ''}
      </span>
    </>
  );
}

function CountBadge({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <span id={id} class={count > 0 ? 'count' : ''} hx-swap-oob="true">
      {count > 0 ? ` ${count}` : ''}
    </span>
  );
}
