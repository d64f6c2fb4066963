import { expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../adapters/channel.ts';
import type { ChatEntry } from '../../../sandbox/platform/chat.ts';
import type { Deliveries } from '../../../sandbox/platform/deliveries.ts';
import type { Faults } from '../../../sandbox/platform/faults.ts';

/** A platform and the product's channel, as far as a message goes from the one to the other. */
interface SendingWorld {
  readonly sandbox: {
    readonly faults: Faults;
    readonly deliveries: Pick<Deliveries, 'settled'>;
    sendText(userId: string, text: string): string;
    transcript(userId: string): readonly ChatEntry[];
  };
  say(text: string): Promise<SendOutcome[]>;
  close(): Promise<void>;
}

/** [trouble, code of the unknown outcome, messages that arrived all the same] of a call to any platform. */
const TROUBLES = [
  ['hang', 'timeout', 0],
  ['lost-answer', 'ECONNRESET', 1],
  ['error-after-acting', 'http-500', 1],
  ['broken', 'ECONNRESET', 0],
  ['busy', 'http-503', 0],
] as const;

/** Where the platform does not say what became of a message, nobody pretends to know. */
export function sendTroubles(
  resident: string,
  open: (channel: { readonly timeoutMs?: number }) => Promise<SendingWorld>,
): void {
  it.each(TROUBLES)(
    'the trouble "%s" leaves the outcome unknown as %s',
    async (sendTrouble, code, arrived) => {
      // only a call that is never answered is not waited for
      const world = await open(sendTrouble === 'hang' ? { timeoutMs: 300 } : {});
      world.sandbox.sendText(resident, 'Xin chào');
      await world.sandbox.deliveries.settled();
      world.sandbox.faults.change({ sendTrouble });
      expect(await world.say('Chào bạn')).toEqual([{ kind: 'unknown', code }]);
      const shown = world.sandbox.transcript(resident).filter(({ from }) => from === 'account');
      expect(shown).toHaveLength(arrived);
      await world.close();
    },
  );
}
