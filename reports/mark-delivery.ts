import type { Change } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Delivery, Report } from './report.ts';

/** What may follow: a receipt that comes late or twice never turns "delivered" back. */
const NEXT: Readonly<Record<Delivery, readonly Delivery[]>> = {
  waiting: ['held', 'nudged', 'sent', 'delivered', 'failed'],
  held: ['waiting', 'nudged', 'sent', 'delivered', 'failed'],
  nudged: ['sent', 'delivered', 'failed'],
  sent: ['delivered', 'failed'],
  delivered: [],
  failed: ['waiting', 'held', 'sent', 'delivered'],
};

/** Records how far an officer's message got. */
export function markDelivery(
  report: Report,
  mark: { readonly messageId: string; readonly delivery: Delivery },
): Change<'unknown-message' | 'unchanged'> {
  const message = report.messages.find(({ id, from }) => id === mark.messageId && from === 'officer');
  if (message === undefined) return refuse('unknown-message');
  if (!NEXT[message.delivery].includes(mark.delivery)) return refuse('unchanged');
  const messages = report.messages.map((other) =>
    other === message ? { ...other, delivery: mark.delivery } : other,
  );
  return applyChange(report, { messages }, null);
}
