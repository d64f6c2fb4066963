import type { OutboundMessage } from '../../adapters/channel.ts';
import type { UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ResidentAddress } from '../../reports/report.ts';
import {
  FREE,
  RETENTION_MS,
  type ConversationDocument,
  type InboxDocument,
  type OutboxDocument,
} from './documents.ts';
import type { Outbox } from './outbox.ts';

/** What a turn leaves behind. */
export interface TurnOutcome {
  readonly event: InboxDocument;
  readonly conversation: ConversationDocument;
  /** Dialog state, encrypted. */
  readonly state: string | null;
  readonly replies: readonly OutboundMessage[];
  /** Needed where there are replies. */
  readonly address?: ResidentAddress;
  /** Whether the event opens the channel's reply window. */
  readonly userActed?: boolean;
  readonly handover: boolean;
  /** The last event of the claim: the lane is free again with the same write. */
  readonly release: boolean;
  /** The event ends as a dead letter, with this reason. */
  readonly deadBecause?: string;
}

export interface TurnResult {
  readonly messages: number;
  /** The conversation as committed, for the next event under the same claim. */
  readonly conversation: ConversationDocument;
}

export type TurnCommit = (unit: UnitOfWork, outcome: TurnOutcome) => Promise<TurnResult>;

/**
 * Stages the end of the event, the conversation under its fence and the replies beside whatever the turn staged, and
 * commits all in one transaction. Throws ReportError "conflict" when the claim was lost or the event is done already.
 */
export function createTurnCommit(options: {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly processId: string;
}): TurnCommit {
  const { outbox, clock, processId } = options;
  return async (unit, outcome) => {
    const { event, conversation, address } = outcome;
    const now = clock();
    const next = conversationAfter(outcome, now);
    const rows =
      address === undefined
        ? []
        : outbox.rows({
            lane: conversation._id,
            address,
            messages: outcome.replies,
            author: 'bot',
            report: null,
            isNews: false,
            owner: processId,
            userActedAt: next.lastUserActionAt,
            afterOrder: conversation.lastOrder,
          });
    const lastOrder = rows.at(-1)?.order ?? conversation.lastOrder;
    unit.stage<ConversationDocument>(
      'conversations',
      {
        updateOne: {
          // a message that began to wait during this turn would be left behind: the turn is worked again
          filter: { _id: conversation._id, fence: conversation.fence, held: conversation.held },
          update: {
            $set: {
              sealed: next.sealed,
              lastUserActionAt: next.lastUserActionAt,
              lastOrder,
              expiresAt: next.expiresAt,
              held: next.held,
              // written only when this turn changed it: the console may set it meanwhile
              ...(next.handover === conversation.handover ? {} : { handover: next.handover }),
              ...(outcome.release ? { owner: null, leaseUntil: FREE } : {}),
            },
          },
        },
      },
      { mustMatch: true },
    );
    for (const row of rows) unit.stage('outbox', { insertOne: { document: row } });
    if (conversation.held && outcome.userActed) {
      unit.stage<OutboxDocument>('outbox', {
        updateMany: {
          filter: { lane: conversation._id, status: 'held' },
          update: {
            $set: {
              status: 'waiting',
              leaseUntil: FREE,
              notBefore: now,
              userActedAt: next.lastUserActionAt,
            },
          },
        },
      });
    }
    unit.stage<InboxDocument>(
      'inbox',
      {
        updateOne: {
          filter: { _id: event._id, status: 'waiting' },
          update: {
            $set: {
              status: outcome.deadBecause === undefined ? 'done' : 'dead',
              failure: outcome.deadBecause ?? null,
              // dead letters stay until staff have looked at them
              expiresAt:
                outcome.deadBecause === undefined ? new Date(now.getTime() + RETENTION_MS.inbox) : null,
            },
          },
        },
      },
      { mustMatch: true },
    );
    await unit.commit();
    return { messages: rows.length, conversation: { ...next, lastOrder } };
  };
}

function conversationAfter(outcome: TurnOutcome, now: Date): ConversationDocument {
  const { conversation, event } = outcome;
  const acted = outcome.userActed === true;
  return {
    ...conversation,
    sealed: outcome.state,
    lastUserActionAt: acted ? latest(conversation.lastUserActionAt, event) : conversation.lastUserActionAt,
    handover: outcome.handover,
    held: acted ? false : conversation.held,
    expiresAt: new Date(now.getTime() + RETENTION_MS.conversation),
  };
}

/**
 * The platform's clock counts for its window, but never the future. Each act is later than the one before, also where events
 * come out of order: by it the sender knows that the resident acted again.
 */
function latest(known: Date | null, event: InboxDocument): Date {
  const actedAt = event.occurredAt < event.receivedAt ? event.occurredAt : event.receivedAt;
  return known === null || known < actedAt ? actedAt : new Date(known.getTime() + 1);
}
