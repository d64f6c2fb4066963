import type { Handover } from '../../reports/handover-ports.ts';
import type { WaitingCounts } from '../dependencies.ts';
import { vi } from '../texts/vi.ts';

/** Whether the officers' words reached the resident: the worst of them, for who waits for an answer to them. */
export function TalkDelivery({ waiting }: { readonly waiting: WaitingCounts | null }) {
  const text = vi.conversations.delivery;
  if (waiting === null) return null;
  const { onTheWay, channelOff, forResident, notTaken } = waiting;
  if (notTaken > 0)
    return (
      <p class="delivery delivery-failed" role="alert">
        {text.notTaken(notTaken)}
      </p>
    );
  if (channelOff > 0) return <p class="delivery delivery-waiting">{text.channelOff(channelOff)}</p>;
  if (forResident > 0) return <p class="delivery delivery-held">{text.forResident(forResident)}</p>;
  if (onTheWay > 0) return <p class="delivery delivery-waiting">{vi.delivery.waiting}</p>;
  return <p class="delivery delivery-sent">{text.sent}</p>;
}

/** Changes with every word and every arrival. */
export function talkStamp({ version }: Handover, waiting: WaitingCounts | null): string {
  const none = { onTheWay: 0, channelOff: 0, forResident: 0, notTaken: 0 };
  const { onTheWay, channelOff, forResident, notTaken } = waiting ?? none;
  return [version, onTheWay, channelOff, forResident, notTaken].join('.');
}
