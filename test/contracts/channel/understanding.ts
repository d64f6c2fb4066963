import { describe, expect, it } from '@jest/globals';
import type { ContractScene } from './scene.ts';
import { say } from './scene.ts';

/** What the bot understands of what residents do. */
export function understandingContract(scene: ContractScene): void {
  describe('understanding', () => {
    it('words arrive as NFC, however they were typed', () => {
      const activity = scene.activityOf(scene.wire.text('Tôi bị lừa đảo'.normalize('NFD'), 'm-1'));
      expect(activity).toMatchObject({
        type: 'message',
        text: 'Tôi bị lừa đảo'.normalize('NFC'),
        from: { id: scene.wire.userId },
        recipient: { id: scene.wire.accountId },
        conversation: { id: `${scene.wire.accountId}:${scene.wire.userId}` },
      });
      expect(activity).not.toHaveProperty('locale');
    });

    it('a place has its coordinates as numbers', () => {
      expect(scene.activityOf(scene.wire.location(10.7769, 106.7009))?.attachments).toMatchObject([
        { contentType: 'location', content: { latitude: 10.7769, longitude: 106.7009 } },
      ]);
    });

    it('a tapped button brings back the action it was made with', () => {
      const message = scene.channel.render(say('Bạn cần gì?', ['Báo tin', 'Hỏi đáp'])).at(-1);
      expect(scene.activityOf(scene.wire.tap(message!, 1))).toMatchObject({
        type: 'message',
        text: 'Hỏi đáp',
        value: { action: 'do:1' },
      });
    });

    it('nobody can type what only a button says', () => {
      for (const words of [
        'do:1',
        'pb:do:1',
        '{"action":"do:1"}',
        'pb:AAAAAAAAAAAAAAAAAAAAAA:do%3A1 Hỏi đáp',
      ]) {
        expect(scene.activityOf(scene.wire.text(words, 'm-1'))?.value).toBeUndefined();
      }
    });
  });
}
