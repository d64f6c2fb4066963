import { expect } from '@jest/globals';
import { z } from 'zod';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

const parkedSchema = z.record(z.string(), z.unknown());

export const oddMessages: readonly ConversationTable[] = [
  {
    name: 'a button of an older question gets a kind answer and the open question again',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      [{ tap: 'Đồng ý, bắt đầu' }, 'việc gì'],
      [{ tapOld: 'Không đồng ý' }, 'câu hỏi trước', 'Bạn muốn báo việc gì?'],
    ],
  },
  {
    name: 'a button of an older question with nothing open leads to the menu',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      [{ tap: 'Không đồng ý' }, 'không lưu gì'],
      [{ tapOld: 'Báo ẩn danh' }, 'câu hỏi trước', '[Hỏi đáp]'],
    ],
  },
  {
    name: 'a photo where words are expected is kept, and the question comes again',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['1', 'chuyện gì đã xảy ra'],
      [{ sends: ['a.jpg'] }, 'Đã nhận 1 ảnh', 'chuyện gì đã xảy ra'],
    ],
  },
  {
    name: 'small talk gets the menu, and nobody is asked to write an answer to it',
    decidedBy: 'chain',
    turns: [
      ['tôi chờ nhé', 'trợ lý tự động', '[Hỏi đáp]'],
      ['thôi tôi đi ngủ đây', '[Hỏi đáp]'],
    ],
    check: (phone) => {
      expect(phone.missed).toEqual([]);
    },
  },
  ...[
    ['gửi luôn', '[Gửi tin phản ánh]'],
    ['gửi đi', '[Gửi tin phản ánh]'],
    ['gui di a', '[Gửi tin phản ánh]'],
    ['gửi', '[Gửi tin phản ánh]'],
    ['ok gửi', 'Bạn đồng ý để bắt đầu chứ?'],
    ['gởi luôn nhé', 'Bạn đồng ý để bắt đầu chứ?'],
    ['gửi tin đi', 'Bạn đồng ý để bắt đầu chứ?'],
  ].map(([says = '', answer = '']): ConversationTable => ({
    name: `"${says}" with nothing to send gets the menu or begins a report, and alarms nobody`,
    decidedBy: 'chain',
    turns: [
      ['menu', '[Gửi tin phản ánh]'],
      [says, answer, /^(?![\s\S]*ngân hàng)/],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toEqual([]);
    },
  })),
  {
    name: '"gửi luôn" at the menu while a draft waits is told of the draft',
    decidedBy: 'chain',
    turns: [
      ...BEGIN,
      ['menu', '[Viết tiếp tin dở]'],
      ['gửi luôn', 'còn một tin phản ánh viết dở', 'gõ “viết tiếp”', '[Viết tiếp tin dở]'],
    ],
  },
  {
    name: 'a code sent to somebody is no wish to send, however short',
    decidedBy: 'chain',
    turns: [['gửi mã luôn rồi', 'xin khóa thẻ']],
  },
  {
    name: 'a sticker is answered kindly',
    turns: [
      [{ sticker: true }, 'chưa đọc được', '[Hỏi đáp]'],
      ['tôi muốn báo công an', 'đồng ý'],
      [{ sticker: true }, 'chưa đọc được', 'đồng ý'],
    ],
  },
  {
    name: 'a message of 10,000 characters is a story like any other; a longer one is asked for in parts',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['1', '(1/'],
      [`tôi bị lừa ${'rồi nó bảo chuyển nữa '.repeat(600)}`, 'mới đọc được 10.000 ký tự', 'khi nào'],
      [{ tap: 'Hôm qua' }, 'qua đâu'],
      ['zalo', 'bao nhiêu'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'đã lưu đủ 10000 ký tự'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.answers[0]?.text).toHaveLength(10_000);
    },
  },
  {
    name: 'only emoji, only signs, mixed scripts',
    turns: [
      ['😭😭😭', 'chưa đọc được'],
      ['???', 'chưa đọc được'],
      ['привет 你好', '[Về menu]'],
    ],
  },
  {
    name: 'a new arrival in the middle of a report greets and keeps the draft',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      [{ arrives: true }, 'trợ lý tự động', '[Viết tiếp tin dở]'],
    ],
  },
  {
    name: 'state of an older version is dropped with a kind sentence, and the draft is kept',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
    ],
    check: async (phone) => {
      const items = await phone.storage.read([phone.stateKey]);
      await phone.storage.write({
        [phone.stateKey]: {
          ...parkedSchema.parse(items[phone.stateKey]),
          dialogs: { dialogsVersion: 0, dialogStack: [] },
        },
      });
      const said = (await phone.does('menu')).map(({ text }) => text).join('\n');
      expect(said).toContain('vừa được cập nhật');
      expect(said).toContain('viết dở');
    },
  },
  {
    name: 'a parked state that does not decode is dropped, not thrown at every message',
    turns: [['tôi muốn báo công an', 'đồng ý']],
    check: async (phone) => {
      const items = await phone.storage.read([phone.stateKey]);
      const broken = JSON.parse(
        JSON.stringify(items[phone.stateKey]).replace('"CONSENT"', '"NO_SUCH_STATE"'),
      ) as object;
      await phone.storage.write({ [phone.stateKey]: broken });
      const said = (await phone.does('dạ vâng')).map(({ text }) => text).join('\n');
      expect(said).toContain('vừa được cập nhật');
      expect((await phone.does('menu')).map(({ text }) => text).join('\n')).toContain('Bạn cần gì');
    },
  },
];
