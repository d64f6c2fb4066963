import type { SendOutcome } from '../../adapters/channel.ts';
import type { UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import type { Clock } from '../../reports/ports.ts';
import { ReportError } from '../../reports/errors.ts';
import { unspoken } from './conversations.ts';
import { FREE, type ConversationDocument, type OutboxDocument, type RoadCollections } from './documents.ts';
import type { OfferNudge } from './offer-nudge.ts';
import { UNSENT } from './outbox-records.ts';
import { changeIfAnswered, type SendChange } from './send-rules.ts';

/**
 * Lets a row wait until the resident acts again, and gives what became of it: they may have acted since it was tried, and
 * then it is tried once more.
 */
export type HoldRow = (row: OutboxDocument, outcome: SendOutcome, aside: SendChange) => Promise<SendChange>;

/**
 * The row and the conversation's `held` are one transaction that matches only what the resident had last done when the row
 * was tried; a turn for its part commits only with the `held` it began with. So whichever of the two is first, the other sees
 * it, and no row waits for an act that has been.
 */
export function createHoldRow(options: {
  readonly conversations: RoadCollections['conversations'];
  readonly createUnit: () => UnitOfWork;
  readonly offerNudge: OfferNudge;
  readonly clock: Clock;
}): HoldRow {
  const { conversations, createUnit, offerNudge, clock } = options;

  /** False when the resident acted meanwhile. */
  const hold = async (row: OutboxDocument, change: SendChange['row']): Promise<boolean> => {
    const unit = createUnit();
    // a conversation forgotten after long silence is made anew, so that a turn that begins now meets this one
    const { held, ...others } = unspoken(row.channel, clock());
    const fields = { ...others, owner: null, leaseUntil: FREE, fence: 0 };
    unit.stage<ConversationDocument>(
      'conversations',
      {
        updateOne: {
          filter: { _id: row.lane, lastUserActionAt: row.userActedAt },
          update: { $set: { held }, $setOnInsert: fields },
          upsert: row.userActedAt === null,
        },
      },
      { mustMatch: true },
    );
    unit.stage<OutboxDocument>('outbox', {
      updateOne: { filter: { _id: row._id, ...UNSENT }, update: { $set: change } },
    });
    try {
      await unit.commit();
      return true;
    } catch (error) {
      if (error instanceof ReportError && error.code === 'conflict') return false;
      throw error;
    }
  };

  return async (row, outcome, aside) => {
    const conversation = await conversations.findOne({ _id: row.lane });
    const userActedAt = conversation?.lastUserActionAt ?? null;
    const tried = row.userActedAt?.getTime() === userActedAt?.getTime();
    if (tried) {
      // the nudge before the row steps aside: a crash between the two leaves one that is made, not one that is lost
      if (outcome.kind === 'window-closed') await offerNudge(row);
      if (await hold(row, aside.row)) return aside;
    }
    return changeIfAnswered(row, { outcome, aside, userActedAt, now: clock() });
  };
}
