import { describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder-core';
import { codePointLength } from '../../../adapters/split-text.ts';
import type { ContractScene } from './scene.ts';
import { say } from './scene.ts';

/** What the bot says, as messages of the platform: nothing is cut, nothing is lost. */
export function renderingContract(scene: ContractScene): void {
  describe('rendering', () => {
    const sentence = 'Không ai được yêu cầu bạn đọc mã OTP qua điện thoại. ';
    const exact = 'ă'.repeat(scene.wire.maxText);

    it('a text at the limit is one message, one more character makes two', () => {
      expect(scene.channel.render(say(exact))).toHaveLength(1);
      expect(scene.channel.render(say(`${exact}ă`))).toHaveLength(2);
    });

    it('a long text is divided at ends of sentences and loses nothing', () => {
      const text = sentence.repeat(200).trim();
      const parts = scene.channel.render(say(text)).map((message) => scene.wire.visible(message).text);
      expect(parts.join(' ')).toBe(text);
      for (const part of parts) {
        expect(codePointLength(part)).toBeLessThanOrEqual(scene.wire.maxText);
        expect(part).toMatch(/\.$/u);
      }
    });

    it('every choice can be read whole, however many and however long', () => {
      const titles = Array.from(
        { length: 17 },
        (_, index) => `Bị mất tiền trong tài khoản ngân hàng số ${index}`,
      );
      const shown = scene.channel
        .render(say('Chuyện gì đã xảy ra?', titles))
        .map((message) => scene.wire.visible(message));
      const all = shown.flatMap(({ text, buttons }) => [text, ...buttons]).join('\n');
      for (const title of titles) expect(all).toContain(title);
    });

    it('buttons without words still have words to stand under', () => {
      const [message] = scene.channel.render(say('', ['Báo tin']));
      expect(scene.wire.visible(message!).text).not.toBe('');
    });

    it('a link and a number are shown as buttons or as words', () => {
      const activity: Partial<Activity> = {
        type: 'message',
        text: 'Xem thêm',
        suggestedActions: {
          to: [],
          actions: [
            { type: 'openUrl', title: 'Cổng cảnh báo', value: 'https://example.vn/canh-bao' },
            { type: 'call', title: 'Gọi 113', value: '113' },
          ],
        },
      };
      const rendered = JSON.stringify(scene.channel.render(activity));
      expect(rendered).toContain('https://example.vn/canh-bao');
      expect(rendered).toContain('113');
    });

    it('nothing to say gives no message', () => {
      expect(scene.channel.render(say('  '))).toEqual([]);
    });

    it('a rendered message survives being stored', () => {
      const messages = scene.channel.render(say('Bạn cần gì?', ['Báo tin']));
      expect(JSON.parse(JSON.stringify(messages))).toEqual(messages);
    });
  });
}
