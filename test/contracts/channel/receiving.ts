import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ContractScene } from './scene.ts';

/** What comes in: true signatures only, each event once and by its kind. */
export function receivingContract(scene: ContractScene): void {
  describe('receiving', () => {
    it('a signed message is one event with its person and its key', () => {
      const [event, ...more] = scene.eventsOf(scene.wire.text('Xin chào', 'm-1'));
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        kind: 'message',
        from: { accountId: scene.wire.accountId, userId: scene.wire.userId },
      });
      expect(event?.key).toContain('m-1');
    });

    it('a call without a signature is refused', () => {
      expect(scene.receive(scene.wire.text('Xin chào', 'm-1'), {})).toEqual({
        ok: false,
        reason: 'signature',
      });
    });

    it('a call signed for another body is refused', () => {
      const headers = scene.wire.sign(scene.wire.text('Xin chào', 'm-1'));
      expect(scene.receive(scene.wire.text('Xin chao', 'm-1'), headers)).toEqual({
        ok: false,
        reason: 'signature',
      });
    });

    it('a call is refused when any one byte of the text was altered', () => {
      const body = Buffer.from(scene.wire.text('Tôi bị lừa', 'm-1'));
      const headers = scene.wire.sign(body.toString());
      for (const offset of [body.indexOf('l'), body.indexOf('m-1'), body.length - 3]) {
        const altered = Buffer.from(body);
        altered[offset] = (altered[offset] ?? 0) ^ 1;
        expect(scene.channel.receive(altered, headers).ok).toBe(false);
      }
    });

    it('no bytes and no headers make it throw', () => {
      const headers = scene.wire.sign('{}');
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.json(), (bytes, json) => {
          expect(scene.channel.receive(Buffer.from(bytes), headers).ok).toBe(false);
          const verdict = scene.receive(json);
          for (const event of verdict.ok ? verdict.events : []) scene.channel.toActivity(event.payload);
        }),
        { numRuns: 200 },
      );
    });

    it('no stored payload makes it throw', () => {
      fc.assert(
        fc.property(fc.jsonValue(), (payload) => {
          expect(() => scene.channel.toActivity(payload)).not.toThrow();
        }),
      );
    });

    it('a redelivery has the same key, another message another', () => {
      const first = scene.eventsOf(scene.wire.text('Xin chào', 'm-1'))[0]?.key;
      expect(scene.eventsOf(scene.wire.text('Xin chào', 'm-1'))[0]?.key).toBe(first);
      expect(scene.eventsOf(scene.wire.text('Xin chào', 'm-2'))[0]?.key).not.toBe(first);
    });

    it('our own message coming back is an echo and never a turn', () => {
      const body = scene.wire.echo('outbox-1', 'm-9');
      expect(scene.eventsOf(body)).toMatchObject([{ kind: 'echo', echo: { platformMessageId: 'm-9' } }]);
      expect(scene.activityOf(body)).toBeNull();
    });

    it('what a person wrote in the inbox of the platform is a takeover of that conversation', () => {
      expect(scene.eventsOf(scene.wire.takeover())).toMatchObject([
        { kind: 'takeover', from: { accountId: scene.wire.accountId, userId: scene.wire.userId } },
      ]);
    });

    it('an event that is unknown is acknowledged and ignored', () => {
      expect(scene.eventsOf(scene.wire.unknown())).toMatchObject([{ kind: 'ignored' }]);
      expect(scene.activityOf(scene.wire.unknown())).toBeNull();
    });

    it('an event of another account is ignored', () => {
      expect(scene.eventsOf(scene.wire.foreign())).toMatchObject([{ kind: 'ignored', from: null }]);
    });

    it('an arrival is greeted through a conversation update', () => {
      expect(scene.eventsOf(scene.wire.arrival())).toMatchObject([
        { kind: 'arrival', from: { userId: scene.wire.userId } },
      ]);
      expect(scene.activityOf(scene.wire.arrival())).toMatchObject({
        type: 'conversationUpdate',
        from: { id: scene.wire.userId },
        membersAdded: [{ id: scene.wire.userId }],
      });
    });
  });
}
