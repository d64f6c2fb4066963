import { describe, expect, it } from '@jest/globals';
import type { SendRequest } from '../../../adapters/channel.ts';
import { PATIENT_MS, deadUrl } from '../platform-stand-in.ts';
import type { ContractScene } from './scene.ts';
import { say } from './scene.ts';

/** Each outcome of a call is one of the few that the road acts on. */
export function sendingContract(scene: ContractScene): void {
  describe('sending', () => {
    const request = (change: Partial<SendRequest> = {}): SendRequest => ({
      userId: scene.wire.userId,
      message: scene.channel.render(say('Xin chào'))[0]!,
      outboxId: 'outbox-1',
      author: 'bot',
      window: 'open',
      ...change,
    });

    it('a message that the platform took is sent, with its id', async () => {
      expect(await scene.channel.send(request())).toEqual({ kind: 'sent', platformMessageId: 'platform-1' });
      expect(scene.platform.calls).toHaveLength(1);
      expect(scene.platform.calls[0]?.body).toContain(scene.wire.userId);
      expect(scene.platform.calls[0]?.body).toContain('Xin chào');
    });

    it('no token travels in an address', async () => {
      await scene.channel.send(request());
      expect(scene.platform.calls[0]?.path).not.toContain('access_token');
    });

    it('nothing is sent when the window is closed', async () => {
      expect(await scene.channel.send(request({ window: 'closed' }))).toMatchObject({
        kind: 'window-closed',
      });
      expect(await scene.channel.send(request({ window: 'officer-only' }))).toMatchObject({
        kind: 'window-closed',
      });
      expect(scene.platform.calls).toEqual([]);
    });

    it('an officer may write where only a person may', async () => {
      const outcome = await scene.channel.send(request({ window: 'officer-only', author: 'officer' }));
      expect(outcome.kind).toBe('sent');
    });

    it('a platform that cannot be reached is tried again', async () => {
      const lonely = scene.wire.create(await deadUrl(), PATIENT_MS);
      expect(await lonely.send(request())).toMatchObject({ kind: 'retry', code: 'ECONNREFUSED' });
    });

    it('a platform that never answers leaves it unknown', async () => {
      scene.platform.answer = 'hang';
      const impatient = scene.wire.create(scene.platform.url, 150);
      expect(await impatient.send(request())).toEqual({ kind: 'unknown', code: 'timeout' });
    });

    it.each([500, 502, 503])('HTTP %d without a word of the platform leaves it unknown', async (status) => {
      scene.platform.answer = { status, body: '<html>' };
      expect(await scene.channel.send(request())).toEqual({ kind: 'unknown', code: `http-${status}` });
    });

    it('a body that this channel did not make is refused without a call', async () => {
      const outcome = await scene.channel.send(request({ message: { body: { nonsense: true } } }));
      expect(outcome).toMatchObject({ kind: 'refused' });
      expect(scene.platform.calls).toEqual([]);
    });

    it.each(scene.wire.errors.map(([kind, answer]) => ({ kind, answer })))(
      'an error of the platform is $kind',
      async ({ kind, answer }) => {
        scene.platform.answer = answer;
        expect((await scene.channel.send(request())).kind).toBe(kind);
      },
    );
  });
}
