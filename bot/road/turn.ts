import type { Activity, TurnContext } from 'botbuilder-core';
import type { Channel, OutboundMessage } from '../../adapters/channel.ts';
import { setTurnInput } from '../../dialogs/turn-input.ts';
import type { UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import type { DutyAlert, OnAlert } from '../../reports/duty-alert.ts';
import type { HandoverReader } from '../../reports/handover-ports.ts';
import type { Clock, Work } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { ConversationDocument, InboxDocument } from './documents.ts';
import type { EvidenceIntake } from './evidence-intake.ts';
import type { LaneStorage } from './lane-storage.ts';
import { openEvent, type RoadCipher } from './sealing.ts';
import type { TurnCommit, TurnResult } from './turn-commit.ts';

export interface TurnDependencies {
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
  readonly storage: LaneStorage;
  readonly intakeEvidence: EvidenceIntake;
  readonly handovers: HandoverReader;
  readonly createUnit: () => UnitOfWork;
  readonly createWork: (unit: UnitOfWork) => Work;
  readonly commit: TurnCommit;
  /** The dialogs: what the bot says to the activity of this context. */
  readonly converse: (context: TurnContext) => Promise<void>;
  /** Told of each alert of the turn once it is stored. */
  readonly onAlert: OnAlert;
}

/**
 * Runs one event of a claimed conversation from Activity to commit: dialog state, report changes, replies and the
 * event's end are written together; `release` gives the claim back in the same write. Throws whatever the turn threw,
 * with nothing written.
 */
export type RunTurn = (
  event: InboxDocument,
  conversation: ConversationDocument,
  release: boolean,
) => Promise<TurnResult>;

/** After this long other words may stand between a message and its answer: the answer shows which one it is to. */
const LATE_MS = 2 * 60_000;

function isLate({ occurredAt }: InboxDocument, now: Date): boolean {
  return now.getTime() - occurredAt.getTime() > LATE_MS;
}

/** Bot Framework names in every reply what it is to; shown it is only where that may be in doubt. */
function rendered(channel: Channel, replies: readonly Partial<Activity>[], late: boolean): OutboundMessage[] {
  return replies.flatMap((reply, index) =>
    channel.render(late && index === 0 ? reply : { ...reply, replyToId: '' }),
  );
}

function hasFiles({ attachments = [] }: Partial<Activity>): boolean {
  return attachments.some(
    ({ contentType, contentUrl }) => contentUrl !== undefined && contentType !== 'link',
  );
}

export function createRunTurn(dependencies: TurnDependencies): RunTurn {
  const {
    channels,
    cipher,
    clock,
    storage,
    intakeEvidence,
    handovers,
    createUnit,
    createWork,
    commit,
    converse,
    onAlert,
  } = dependencies;

  return async (event, conversation, release) => {
    const channel = channels.get(event.channel);
    if (channel === undefined) throw new Error('An event waits for a channel that is not configured');
    const { address, payload } = openEvent(cipher, event.sealed);
    const activity = channel.toActivity(payload);
    const unit = createUnit();
    if (address === null || activity === null) {
      return commit(unit, {
        event,
        conversation,
        state: conversation.sealed,
        replies: [],
        handover: conversation.handover,
        release,
      });
    }
    const lane = conversation._id;
    // files take a while to fetch
    if (hasFiles(activity)) void channel.showBusy?.(address.userId);
    const evidence = await intakeEvidence(event._id, activity, lane);
    const handover = conversation.handover ? await handovers.current(lane) : null;
    const now = clock();
    const work = createWork(unit);
    let handoverOpen = handover !== null;
    const alerts: DutyAlert[] = [];
    const watched: Work = {
      ...work,
      alerts: {
        ...work.alerts,
        raise: (alert, words) => {
          alerts.push(alert);
          work.alerts.raise(alert, words);
        },
      },
      handovers: {
        add: (added) => {
          handoverOpen = true;
          work.handovers.add(added);
        },
        save: (saved) => {
          handoverOpen = saved.status !== 'ended';
          work.handovers.save(saved);
        },
      },
    };
    storage.open(lane, conversation.sealed === null ? null : cipher.open(conversation.sealed));
    let state: string;
    let replies;
    try {
      replies = await channel.adapter.runTurn(
        {
          ...activity,
          channelId: event.channel,
          conversation: { id: lane, isGroup: false, conversationType: 'personal', name: '' },
        },
        async (context) => {
          setTurnInput(context, { work: watched, evidence, address, residentKey: lane, now, handover });
          await converse(context);
        },
      );
    } finally {
      state = storage.close(lane);
    }
    const result = await commit(unit, {
      event,
      conversation,
      state: cipher.seal(state),
      replies: rendered(channel, replies, isLate(event, now)),
      address,
      userActed: true,
      handover: handoverOpen,
      release,
    });
    for (const alert of alerts) onAlert(alert);
    return result;
  };
}
