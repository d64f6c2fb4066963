import { expect } from '@jest/globals';
import type { ConversationTable } from './table.ts';

export const person: readonly ConversationTable[] = [
  {
    name: 'asking for a person pauses the bot: the first words are acknowledged, the next are passed on silently',
    turns: [
      ['gặp cán bộ', 'Đã báo cán bộ Công an xã Đại Lãnh', 'Gõ “menu”', '113'],
      ['nhà tôi ở thôn 2', 'Đã chuyển lời bạn'],
      ['tôi chờ nhé'],
      [{ sends: ['nha.jpg'] }, 'Đã nhận 1 ảnh', 'giữ các tệp này 7 ngày'],
      [{ sends: ['ngo.jpg'] }, 'Đã nhận 1 ảnh'],
      ['mã otp là gì'],
    ],
    check: (phone) => {
      const [handover] = [...phone.caseFile.handovers.values()];
      expect(handover?.messages.map(({ text }) => text)).toEqual([
        'nhà tôi ở thôn 2',
        'tôi chờ nhé',
        '(đã gửi 1 tệp, giữ trong tin phản ánh viết dở, chưa gửi)',
        '(đã gửi 1 tệp, giữ trong tin phản ánh viết dở, chưa gửi)',
        'mã otp là gì',
      ]);
    },
  },
  {
    name: 'files sent while a person is with the resident wait in a report, which goes on after the talk',
    turns: [
      ['gặp cán bộ', 'Đã báo cán bộ'],
      [{ sends: ['bien-lai.jpg', 'chat.jpg'] }, 'Đã nhận 2 ảnh', 'viết tiếp', 'Đã chuyển lời'],
      ['menu', 'quay lại trợ lý tự động'],
      ['viết tiếp', 'đồng ý'],
      ['đồng ý', 'Bạn muốn báo việc gì'],
      ['Bị lừa mất tiền', 'chuyện gì đã xảy ra'],
      ['họ lừa tôi đặt cọc mua hàng', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', /\(\d/],
      ['gửi luôn', 'liên hệ lại'],
      ['nhắn tin tại đây', 'Chứng cứ: 2 ảnh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.evidence).toHaveLength(2);
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
    name: 'urgent words still bring the card while a person is with the resident, and make the talk urgent',
    turns: [
      ['cho gặp cán bộ', 'Đã báo cán bộ'],
      ['tôi vừa chuyển tiền cho nó', /^Đừng chuyển thêm/, 'Đã chuyển lời'],
    ],
    check: (phone) => {
      expect([...phone.caseFile.handovers.values()][0]?.urgent).toBe(true);
    },
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
    name: 'whoever asks for a person under an answer or a card need not tell it again, and stays urgent',
    turns: [
      ['em vừa chuyển 15tr cho nó rồi', /^Đừng chuyển thêm/],
      ['gặp cán bộ', 'Đã báo cán bộ'],
      ['menu', 'quay lại trợ lý'],
      ['mã otp là gì', 'Nguồn:'],
      ['gặp cán bộ', 'Đã báo cán bộ'],
    ],
    check: (phone) => {
      const talks = [...phone.caseFile.handovers.values()];
      expect(talks.map(({ urgent }) => urgent)).toEqual([true, false]);
      expect(talks.map(({ messages }) => messages[0]?.text)).toEqual([
        'em vừa chuyển 15tr cho nó rồi',
        'mã otp là gì',
      ]);
    },
  },
  {
    name: 'the answer chain leads to a person too, with what was said',
    turns: [['cho tôi nói chuyện với cán bộ trực', 'Đã báo cán bộ']],
    check: (phone) => {
      expect([...phone.caseFile.handovers.values()][0]?.messages).toHaveLength(1);
    },
  },
];
