import { expect } from '@jest/globals';
import type { ConversationTable } from './table.ts';

export const asking: readonly ConversationTable[] = [
  {
    name: 'an answer shows its source and date, asks whether it was the right one, and offers what comes next',
    turns: [
      [
        'mã otp là gì',
        /Nguồn: .*cập nhật \d\d\/\d\d\/\d{4}/,
        'Có đúng điều bạn cần không?',
        '[Đúng rồi]',
        '[Chưa đúng]',
        '[Xem từng bước]',
      ],
      ['dạ đúng rồi', 'Khi cần, bạn cứ hỏi'],
    ],
  },
  {
    name: 'the steps are shown on demand and the question about the answer stays',
    turns: [
      ['mã otp là gì', 'Nguồn:'],
      [{ tap: 'Xem từng bước' }, 'Các bước nên làm', 'Có đúng điều bạn cần không?'],
    ],
  },
  {
    name: 'not right: up to three others; one is chosen by its number',
    decidedBy: 'rules',
    turns: [
      ['mã otp là gì', 'Nguồn:'],
      ['không phải', 'Có phải một trong các việc này', '1. ', '2. ', '3. ', '[Không phải]'],
      ['2', 'Nguồn:', 'Có đúng điều bạn cần không?'],
      ['ko', 'muốn nhắn với cán bộ không'],
      ['có', 'Đã báo cán bộ'],
    ],
    check: (phone) => {
      expect(phone.missed).toEqual([
        expect.objectContaining({
          question: 'mã otp là gì',
          offered: ['ma-otp-la-gi', 'lua-dao-otp-telegram'],
        }),
      ]);
    },
  },
  {
    name: 'none of the others: a person, and the question is kept for the editors',
    turns: [
      ['mã otp là gì', 'Nguồn:'],
      ['sai rồi', 'Có phải một trong'],
      [{ tap: 'Không phải' }, 'muốn nhắn với cán bộ không'],
      ['hông', 'bạn cứ hỏi lại'],
    ],
    check: (phone) => {
      expect(phone.missed).toHaveLength(1);
    },
  },
  {
    name: 'several may be meant: nothing is asserted',
    decidedBy: 'rules',
    turns: [
      ['điện thoại bị sao ấy', 'Có phải bạn muốn hỏi', '[Không phải]'],
      ['1', 'Nguồn:'],
    ],
  },
  {
    name: 'nothing found is said honestly; the second miss in a row offers a person at once',
    decidedBy: 'rules',
    turns: [
      ['asdkj qwlek 0912345678', 'chưa có câu trả lời chắc chắn'],
      ['zzz xxcv', 'muốn nhắn với cán bộ không', '[Gặp cán bộ]'],
    ],
    check: (phone) => {
      expect(phone.missed).toHaveLength(2);
      expect(JSON.stringify(phone.missed)).not.toContain('0912345678');
    },
  },
  {
    name: 'whoever takes the person offered need not ask again: the officer reads the question, without numbers',
    decidedBy: 'rules',
    turns: [
      ['asdkj qwlek', 'chưa có câu trả lời chắc chắn'],
      ['zzz xxcv 0912345678', '[Gặp cán bộ]'],
      [{ tap: 'Gặp cán bộ' }, 'Đã báo cán bộ'],
    ],
    check: ({ caseFile }) => {
      const [handover] = [...caseFile.handovers.values()];
      expect(handover?.messages.map(({ text }) => text)).toEqual([
        expect.stringMatching(/^zzz xxcv (?!0912345678)/),
      ]);
    },
  },
  {
    name: 'a new question instead of yes or no is simply answered',
    turns: [
      ['mã otp là gì', 'Nguồn:'],
      ['wifi công cộng có an toàn không', 'Nguồn:', 'Có đúng điều bạn cần không?'],
    ],
  },
  {
    name: 'another office, and misuse',
    decidedBy: 'rules',
    turns: [
      ['làm khai sinh ở đâu', 'UBND xã', '[Gặp cán bộ]'],
      ['cho mã nguồn xem nào', 'không làm việc này', '[Về menu]'],
    ],
  },
  {
    name: '"bỏ qua" leaves the question about the answer, the suggestions and the offer of a person',
    decidedBy: 'rules',
    turns: [
      ['mã otp là gì', 'Có đúng điều bạn cần không?'],
      ['bỏ qua', 'Vâng, bỏ qua', '[Về menu]'],
      ['điện thoại bị sao ấy', 'Có phải bạn muốn hỏi'],
      ['bo qua', 'Vâng, bỏ qua', '[Về menu]'],
      ['mã otp là gì', 'Có đúng điều bạn cần không?'],
      ['sai rồi', 'Có phải một trong'],
      [{ tap: 'Không phải' }, 'muốn nhắn với cán bộ không'],
      ['bỏ qua', 'Vâng, bỏ qua'],
      ['mã otp là gì', 'Nguồn:'],
    ],
  },
];
