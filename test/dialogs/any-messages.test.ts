import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Does } from '../support/talk-to-bot.ts';
import { createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';
import { decideByRules } from '../conversations/decisions.ts';

const knowledge = writtenKnowledge();

const SAYINGS = [
  'tôi muốn báo công an', 'ok', 'không', 'có', '1', '2', '7', 'hủy', 'quay lại', 'bỏ qua', 'để sau', 'sửa', 'sửa 2', 'menu', 'gửi', 'gửi luôn',
  'hôm qua', '15tr', '0912345678', 'zalo', 'mua hàng bị lừa mất 3 triệu hôm qua qua facebook', 'tôi vừa chuyển tiền cho nó', 'viết tiếp',
  'mã otp là gì', 'xem hồ sơ', '5P7C-3WF6', '123456', 'dữ liệu của tôi', 'gặp cán bộ', 'điện thoại bị sao vậy', 'cảm ơn', 'zzzz', '😭',
  'tôi không muốn sống nữa', 'kiểm tra số 0912345678', 'trợ giúp', 'xin chào', 'thoát', 'Trần Thị B', 'không nhớ', 'bao lâu có kết quả?',
]; // prettier-ignore

/** A resident who says anything, taps any button in sight, sends files and goes away for hours. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...SAYINGS) },
  { weight: 6, arbitrary: fc.nat(8).map((position) => ({ button: position })) },
  { weight: 1, arbitrary: fc.constant({ sends: ['a.jpg', '!b.mp4'] }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constant({ hours: 5 }) },
);

const isPaused = (phone: ReturnType<typeof createPhone>): boolean =>
  phone.caseFile.openHandover(phone.residentKey) !== null;

describe('whatever a resident does', () => {
  it('every turn ends well, is answered unless a person is there, and no report is stored half', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 35 }), async (steps) => {
        const phone = createPhone({ knowledge, decide: decideByRules });
        for (const one of steps) {
          if (typeof one === 'object' && 'hours' in one) {
            phone.waits(one.hours * 3_600_000);
            continue;
          }
          const buttons = phone.screen().at(-1)?.buttons ?? [];
          const does: Does =
            typeof one === 'string' || 'sends' in one
              ? one
              : (buttons[one.button % Math.max(1, buttons.length)]?.title ?? 'menu');
          const wasPaused = isPaused(phone);
          const said = await phone.does(does);
          if (!wasPaused) expect(said.length).toBeGreaterThan(0);
          for (const { text } of said) expect(text.trim()).not.toBe('');
        }
        for (const report of phone.caseFile.reports.values()) {
          expect(report.answers.map(({ question }) => question)).toEqual(
            expect.arrayContaining(['what', 'when', 'where']),
          );
          expect(report.consentVersion).not.toBe('');
        }
      }),
      { numRuns: 25, seed: 20261122 },
    );
  });
});
