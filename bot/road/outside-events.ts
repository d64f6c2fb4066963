import type { Channel } from '../../adapters/channel.ts';
import type { UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import { appendFromResident, endHandover, requestHandover } from '../../reports/handover.ts';
import type { Handover, HandoverReader } from '../../reports/handover-ports.ts';
import type { Clock, ReportReader, Work } from '../../reports/ports.ts';
import { openEvent, type RoadCipher } from './sealing.ts';
import type { TurnCommit } from './turn-commit.ts';
import type { RunTurn } from './turn.ts';
import { stageWithdrawal } from './withdrawal.ts';
import { guessesIn } from '../../dialogs/kept-state.ts';
import { human } from '../../dialogs/texts/human.ts';
import type { ChannelName } from '../../reports/report.ts';

export interface OutsideEventDependencies {
  readonly runTurn: RunTurn;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly handovers: HandoverReader;
  readonly reports: Pick<ReportReader, 'ofReporter'>;
  readonly createUnit: () => UnitOfWork;
  readonly createWork: (unit: UnitOfWork) => Work;
  readonly commit: TurnCommit;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Works every event of a lane: what a resident said runs a turn; a person who answered in the platform's own chat
 * window pauses the bot until the thread is handed back; a resident who withdrew has the conversation's memory and drafts
 * erased, all but the wait of somebody who guessed codes, and the same wish put into the reports that stay.
 */
export function createRunEvent(dependencies: OutsideEventDependencies): RunTurn {
  const { runTurn, channels, handovers, createUnit, createWork, commit, cipher, clock, newId } = dependencies;
  return async (event, conversation, release) => {
    if (event.kind === 'message' || event.kind === 'arrival') return runTurn(event, conversation, release);
    const unit = createUnit();
    const unchanged = { event, conversation, state: conversation.sealed, replies: [], release };
    if (event.kind === 'withdrawal') {
      await stageWithdrawal(dependencies, createWork(unit), conversation._id);
      const kept = conversation.sealed === null ? null : guessesIn(cipher.open(conversation.sealed));
      const state = kept === null ? null : cipher.seal(kept);
      return commit(unit, { ...unchanged, state, handover: conversation.handover });
    }
    if (event.kind === 'presence')
      return commit(unit, { ...unchanged, userActed: true, handover: conversation.handover });
    const { address, payload } = openEvent(cipher, event.sealed);
    const current = await handovers.current(conversation._id);
    if (event.kind === 'handback') {
      const over = current !== null && isPauseOnly(current) ? endHandover(current) : null;
      if (over?.ok === true) createWork(unit).handovers.save(over.handover);
      return commit(unit, { ...unchanged, handover: current !== null && over?.ok !== true });
    }
    if (event.kind === 'edit') {
      const text = channels.get(event.channel)?.toActivity(payload)?.text ?? '';
      const told =
        current === null || text === ''
          ? null
          : appendFromResident(current, { text: human.edited(text), urgent: false, now: clock() });
      if (told?.ok === true) createWork(unit).handovers.save(told.handover);
      return commit(unit, { ...unchanged, handover: current !== null });
    }
    if (address === null || current !== null)
      return commit(unit, { ...unchanged, handover: current !== null });
    const request = {
      id: newId(),
      address,
      residentKey: conversation._id,
      urgent: false,
      firstWords: null,
      now: clock(),
    };
    createWork(unit).handovers.add({ ...requestHandover(request), status: 'open' });
    return commit(unit, { ...unchanged, handover: true });
  };
}

/** A pause that a takeover began: open without a word of our officers, who talk in the console. */
function isPauseOnly({ status, messages }: Handover): boolean {
  return status === 'open' && messages.every(({ from }) => from !== 'officer');
}
