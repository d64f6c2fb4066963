import { expect } from '@jest/globals';
import type { ConversationTable } from './table.ts';

export const person: readonly ConversationTable[] = [
  {
    name: 'asking for a person pauses the bot: the first words are acknowledged, the next are passed on silently',
    turns: [
      ['gặp cán bộ', 'Đã báo cán bộ Công an xã Đại Lãnh', 'Gõ “menu”', '113'],
      ['nhà tôi ở thôn 2', 'Đã chuyển lời bạn'],
      ['tôi chờ nhé'],
      [{ sends: ['nha.jpg'] }],
      ['mã otp là gì'],
    ],
    check: (phone) => {
      const [handover] = [...phone.caseFile.handovers.values()];
      expect(handover?.messages.map(({ text }) => text)).toEqual([
        'nhà tôi ở thôn 2',
        'tôi chờ nhé',
        '(đã gửi 1 tệp)',
        'mã otp là gì',
      ]);
    },
  },
  {
    name: '"menu" brings the bot back and ends the talk',
    turns: [
      ['can bo', 'Đã báo cán bộ'],
      ['alo', 'Đã chuyển lời'],
      ['menu', 'quay lại trợ lý tự động', '[Hỏi đáp]'],
      ['mã otp là gì', 'Nguồn:'],
    ],
    check: (phone) => {
      expect([...phone.caseFile.handovers.values()][0]?.status).toBe('ended');
    },
  },
  {
    name: 'urgent words still bring the card while a person is with the resident',
    turns: [
      ['cho gặp cán bộ', 'Đã báo cán bộ'],
      ['tôi vừa chuyển tiền cho nó', /^Đừng chuyển thêm/, 'Đã chuyển lời'],
    ],
  },
  {
    name: 'when the officer ends the talk the bot answers again',
    turns: [['cán bộ', 'Đã báo cán bộ']],
    check: async (phone) => {
      for (const handover of phone.caseFile.handovers.values())
        phone.caseFile.handovers.set(handover.id, {
          ...handover,
          status: 'ended',
          version: handover.version + 1,
        });
      const said = await phone.does('mã otp là gì');
      expect(said.map(({ text }) => text).join('\n')).toContain('Nguồn:');
    },
  },
  {
    name: 'a person asked for in the middle of a report: the draft is kept',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['gặp cán bộ', 'vẫn được giữ 7 ngày', 'Đã báo cán bộ'],
      ['menu', '[Viết tiếp tin dở]'],
    ],
  },
  {
    name: 'the answer chain leads to a person too, with what was said',
    turns: [['cho tôi nói chuyện với cán bộ trực', 'Đã báo cán bộ']],
    check: (phone) => {
      expect([...phone.caseFile.handovers.values()][0]?.messages).toHaveLength(1);
    },
  },
];
