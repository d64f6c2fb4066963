import { markDelivery } from '../../reports/mark-delivery.ts';
import type { ReportReader, Transact } from '../../reports/ports.ts';
import type { Delivery } from '../../reports/report.ts';
import type { OutboxDocument } from './documents.ts';
import type { Outbox } from './outbox.ts';

type Part = Pick<OutboxDocument, '_id' | 'lane' | 'report'>;
type ThreadMessageId = NonNullable<OutboxDocument['report']>;

/** Tells a report's thread how far an officer's message got: one state, however many rows its words were divided into. */
export interface ThreadDelivery {
  /** The outcome of a part was written down. */
  recorded(part: Part): Promise<void>;
  /** The resident was told that the message waits. */
  nudged(message: ThreadMessageId): Promise<void>;
  /** The resident's app has a part: with the last one it has the message. */
  arrived(part: Part): Promise<void>;
}

/** What is true of the whole message; null while a part is on its way and nothing can be said. */
export function deliveryOfParts(parts: readonly Pick<OutboxDocument, 'status'>[]): Delivery | null {
  const some = (status: OutboxDocument['status']): boolean => parts.some((part) => part.status === status);
  if (some('failed')) return 'failed';
  if (some('held')) return 'held';
  return parts.length > 0 && parts.every(({ status }) => status === 'sent') ? 'sent' : null;
}

export function createThreadDelivery(means: {
  readonly outbox: Pick<Outbox, 'partsOf'>;
  readonly reports: Pick<ReportReader, 'byId'>;
  readonly transact: Transact;
}): ThreadDelivery {
  const { outbox, reports, transact } = means;

  const mark = ({ reportId, messageId }: ThreadMessageId, delivery: Delivery): Promise<void> =>
    transact(async (work) => {
      const found = await reports.byId(reportId);
      const marked = found === null ? null : markDelivery(found, { messageId, delivery });
      if (marked?.ok) work.reports.save(marked.report);
    });

  return {
    recorded: async ({ lane, report }) => {
      if (report === null) return;
      const delivery = deliveryOfParts(await outbox.partsOf(lane, report.messageId));
      if (delivery !== null) await mark(report, delivery);
    },
    nudged: (message) => mark(message, 'nudged'),
    arrived: async ({ _id, lane, report }) => {
      if (report === null) return;
      const parts = await outbox.partsOf(lane, report.messageId);
      if (parts.at(-1)?._id === _id && deliveryOfParts(parts) === 'sent') await mark(report, 'delivered');
    },
  };
}
