import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Channel } from '../../adapters/channel.ts';
import { PATIENT_MS, deadUrl, startPlatformStandIn } from './platform-stand-in.ts';
import type { PlatformStandIn, StandInAnswer } from './platform-stand-in.ts';

/** The part of a platform's wire that a nudge goes over. */
export interface NudgeWire {
  /** A channel whose send API is at `apiUrl`, with calls that time out after `timeoutMs`. */
  create(apiUrl: string, timeoutMs: number): Channel;
  readonly userId: string;
  /** Whether it was set up to tell residents outside the window that something waits. */
  readonly canNudge: boolean;
  readonly success: StandInAnswer;
}

/** What a channel keeps that can tell residents outside the window that something waits; others have no such thing. */
export function nudgeContract(wire: NudgeWire): void {
  describe('a nudge', () => {
    let platform: PlatformStandIn;
    let channel: Channel;
    beforeAll(async () => {
      platform = await startPlatformStandIn();
      channel = wire.create(platform.url, PATIENT_MS);
    });
    afterAll(() => platform.close());

    const nudge = async (through: Channel) => through.nudge?.(wire.userId) ?? null;

    it(`is ${wire.canNudge ? 'possible' : 'not possible'}`, () => {
      expect(typeof channel.nudge === 'function').toBe(wire.canNudge);
    });

    if (!wire.canNudge) return;
    it('goes to that resident, in one call', async () => {
      platform.answer = wire.success;
      expect(await nudge(channel)).toEqual({ kind: 'sent', platformMessageId: 'platform-1' });
      expect(platform.calls).toHaveLength(1);
      expect(platform.calls[0]?.body).toContain(wire.userId);
    });

    it('that nobody took in may be tried again; one without an answer may have arrived', async () => {
      expect(await nudge(wire.create(await deadUrl(), PATIENT_MS))).toMatchObject({ kind: 'retry' });
      platform.answer = 'hang';
      expect(await nudge(wire.create(platform.url, 150))).toEqual({ kind: 'unknown', code: 'timeout' });
    });
  });
}
