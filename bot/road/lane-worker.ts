import { MongoError } from 'mongodb';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { Conversations } from './conversations.ts';
import type { ConversationDocument, InboxDocument } from './documents.ts';
import { EVENTS_PER_CLAIM, type Inbox } from './inbox.ts';
import { keepTrying } from '../keep-trying.ts';
import { createLaneRounds } from './lane-rounds.ts';
import type { RunTurn } from './turn.ts';
import type { TurnFailure } from './turn-failure.ts';

/** Lanes worked at once: enough to share each call to the database while evidence is being fetched in a few of them. */
const CONCURRENCY = 32;
/** A lane that another process holds is asked for again after this time. */
const HELD_PAUSE_MS = 250;
/** A claim is given back when the database returns, if that is before its lease ends by itself. */
const RELEASE_WITHIN_MS = 30_000;

/** Works the inbox: in order within a conversation, conversations beside each other. */
export interface LaneWorker {
  start(): void;
  /** A lane has new work. */
  wake(lane: string): void;
  /**
   * Finishes what runs, for at most `withinMs`; the rest stays in the inbox for the next process. A turn that runs longer
   * commits nothing once another process has its conversation.
   */
  stop(withinMs: number): Promise<void>;
}

export function createLaneWorker(options: {
  readonly inbox: Inbox;
  readonly conversations: Conversations;
  readonly runTurn: RunTurn;
  readonly failure: TurnFailure;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Called when a lane has messages to send. */
  readonly onMessages: (lane: string) => void;
}): LaneWorker {
  const { inbox, conversations, runTurn, failure, log, metrics, onMessages } = options;

  /** Null when the lane must be left for later; its claim is then given back. */
  const workEvent = async (
    event: InboxDocument,
    conversation: ConversationDocument,
    release: boolean,
  ): Promise<ConversationDocument | null> => {
    const startedAt = performance.now();
    try {
      const result = await runTurn(event, conversation, release);
      metrics.turns.inc({ channel: event.channel, outcome: 'done' });
      metrics.turnSeconds.observe((performance.now() - startedAt) / 1000);
      if (result.messages > 0 || conversation.held) onMessages(conversation._id);
      return result.conversation;
    } catch (error) {
      // the database may have gone away after it took the commit: what the turn wrote would wait for its lease's end
      onMessages(conversation._id);
      try {
        const outcome = await failure.handle(event, conversation, error);
        metrics.turns.inc({ channel: event.channel, outcome });
        if (outcome === 'dead') onMessages(conversation._id);
      } finally {
        // else the lane would stand still until the claim ends by itself
        await keepTrying(() => conversations.release(conversation), RELEASE_WITHIN_MS);
      }
      return null;
    }
  };

  /** Whether there may be more: what is stored meanwhile wakes the lane by itself. */
  const workLane = async (lane: string): Promise<boolean> => {
    const events = await inbox.ofLane(lane);
    const [first] = events;
    if (first === undefined) return false;
    let conversation = await conversations.claim(lane, first.channel);
    if (conversation === null) {
      rounds.wakeAfter(lane, HELD_PAUSE_MS);
      return false;
    }
    for (const [index, event] of events.entries()) {
      const next = await workEvent(event, conversation, index === events.length - 1);
      if (next === null) return false;
      conversation = next;
    }
    return events.length === EVENTS_PER_CLAIM;
  };

  const rounds = createLaneRounds({
    concurrency: CONCURRENCY,
    workLane,
    // the database is away: the events stay where they are and the next round finds them
    onTrouble: (_lane, error) => {
      log[error instanceof MongoError ? 'warn' : 'error']('lane left for later', { error });
    },
    findLanes: () => inbox.dueLanes(),
    onUnreadable: (error) => {
      log.warn('inbox not readable', { error });
    },
  });
  return rounds;
}
