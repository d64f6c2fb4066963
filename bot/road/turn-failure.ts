import type { Collection } from 'mongodb';
import type { Channel } from '../../adapters/channel.ts';
import { isDatabaseAway } from '../../adapters/mongo/database-away.ts';
import type { UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import type { Clock } from '../../reports/ports.ts';
import { ReportError } from '../../reports/errors.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { ConversationDocument, InboxDocument } from './documents.ts';
import { openEvent, type RoadCipher } from './sealing.ts';
import type { TurnCommit } from './turn-commit.ts';

/** A turn that fails this often is a dead letter: staff see it, the resident gets one apology, the lane goes on. */
const MAX_TRIES = 4;
const PAUSE_AFTER_TRY_MS = [0, 250, 1_000, 4_000] as const;

export interface TurnFailure {
  /** What became of the event: tried again later, or given up. */
  handle(
    event: InboxDocument,
    conversation: ConversationDocument,
    error: unknown,
  ): Promise<'retry' | 'dead' | 'overtaken'>;
}

export function createTurnFailure(options: {
  readonly inbox: Collection<InboxDocument>;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
  readonly log: Log;
  readonly createUnit: () => UnitOfWork;
  readonly commit: TurnCommit;
  /** The dialog state without what may have made the turn fail; drafts stay. */
  readonly calm: (state: string) => string;
  readonly apology: string;
}): TurnFailure {
  const { inbox, channels, cipher, clock, log, createUnit, commit, calm, apology } = options;

  const bury = async (
    event: InboxDocument,
    conversation: ConversationDocument,
    code: string,
  ): Promise<void> => {
    const { address } = openEvent(cipher, event.sealed);
    const channel = channels.get(event.channel);
    const replies = channel?.render({ type: 'message', text: apology }) ?? [];
    await commit(createUnit(), {
      event,
      conversation,
      state: conversation.sealed === null ? null : cipher.seal(calm(cipher.open(conversation.sealed))),
      replies,
      ...(address === null ? {} : { address }),
      userActed: true,
      handover: conversation.handover,
      release: true,
      deadBecause: code,
    });
  };

  return {
    handle: async (event, conversation, error) => {
      // which is no fault of the event
      if (isDatabaseAway(error)) throw error;
      if (error instanceof ReportError && error.code === 'conflict') return 'overtaken';
      const attempt = event.attempts + 1;
      const code = error instanceof Error ? error.name : 'unknown';
      log.error('turn failed', { channel: event.channel, eventId: event._id, attempt, error });
      if (attempt >= MAX_TRIES) {
        await bury(event, conversation, code);
        return 'dead';
      }
      const notBefore = new Date(clock().getTime() + (PAUSE_AFTER_TRY_MS[attempt] ?? 0));
      await inbox.updateOne(
        { _id: event._id, status: 'waiting' },
        { $set: { attempts: attempt, failure: code, notBefore } },
      );
      return 'retry';
    },
  };
}
