import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import type { Channel } from '../../adapters/channel.ts';
import { receivingContract } from './channel/receiving.ts';
import { renderingContract } from './channel/rendering.ts';
import type { ChannelWire, ContractScene } from './channel/scene.ts';
import { sendingContract } from './channel/sending.ts';
import { turnsContract } from './channel/turns.ts';
import { understandingContract } from './channel/understanding.ts';
import { windowContract } from './channel/window.ts';
import { nudgeContract } from './nudge-contract.ts';
import { PATIENT_MS, startPlatformStandIn } from './platform-stand-in.ts';
import type { PlatformStandIn } from './platform-stand-in.ts';

export type { ChannelWire } from './channel/scene.ts';

/** What every channel must keep, so that the road and the dialogs need not know which one it is. */
export function channelContract(name: string, wire: ChannelWire): void {
  describe(`${name} keeps the channel contract`, () => {
    let platform: PlatformStandIn;
    let channel: Channel;
    beforeAll(async () => {
      platform = await startPlatformStandIn();
      channel = wire.create(platform.url, PATIENT_MS);
    });
    beforeEach(() => {
      platform.calls.length = 0;
      platform.answer = wire.success;
    });
    afterAll(() => platform.close());

    const scene: ContractScene = {
      wire,
      get platform() {
        return platform;
      },
      get channel() {
        return channel;
      },
      receive: (body, headers = wire.sign(body)) => channel.receive(Buffer.from(body), headers),
      eventsOf: (body) => {
        const verdict = scene.receive(body);
        if (!verdict.ok) throw new Error(`Refused: ${verdict.reason}`);
        return verdict.events;
      },
      activityOf: (body) => channel.toActivity(scene.eventsOf(body)[0]?.payload),
    };
    receivingContract(scene);
    understandingContract(scene);
    renderingContract(scene);
    sendingContract(scene);
    nudgeContract(wire);
    windowContract(scene);
    turnsContract(scene);
  });
}
