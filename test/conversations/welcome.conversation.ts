import type { ConversationTable } from './table.ts';

export const welcome: readonly ConversationTable[] = [
  {
    name: 'a resident who arrives is told who this is and what it never asks',
    turns: [
      [
        { arrives: true },
        'trợ lý tự động của Công an xã Đại Lãnh',
        'không bao giờ hỏi mã OTP',
        '113',
        '[Gửi tin phản ánh]',
        '[Gặp cán bộ]',
      ],
      [{ tap: 'Hỏi đáp' }, 'Bạn cứ gõ câu hỏi'],
    ],
  },
  {
    name: 'a greeting brings the welcome, with and without accents',
    turns: [
      ['xin chao', 'trợ lý tự động của Công an xã Đại Lãnh', '[Hỏi đáp]'],
      ['a lo can bo oi', '[Hỏi đáp]'],
    ],
  },
  {
    name: 'a number chooses the button at that place in the menu',
    turns: [
      ['menu', '[Hỏi đáp]', '[Gửi tin phản ánh]', '[Xem hồ sơ đã gửi]'],
      ['3', 'mã hồ sơ'],
    ],
  },
  {
    name: 'a typed button title is a tap, without accents too',
    turns: [
      ['menu', '[Kiểm tra số, link]'],
      ['kiem tra so link', 'cần kiểm tra'],
    ],
  },
  {
    name: 'the first question of somebody never greeted is answered with one line about who answers',
    turns: [['mã otp là gì', 'Đây là trợ lý tự động của Công an xã Đại Lãnh', 'Nguồn:']],
  },
  {
    name: 'help says what can be done, thanks are answered, leaving is polite',
    turns: [
      ['trợ giúp', 'gõ “cán bộ” để nhắn với người thật'],
      ['cảm ơn bạn', 'Không có gì'],
      ['vâng ạ cảm ơn', 'Không có gì'],
      ['dạ em cảm ơn cán bộ nhiều ạ', 'Không có gì'],
      ['em xin cảm ơn các anh ạ', 'Không có gì'],
      ['thoát', '[Về menu]'],
    ],
  },
  {
    name: 'who asks whether a person answers is told plainly that none does, and how to reach one',
    turns: [
      ['bạn là ai', 'trợ lý tự động của Công an xã Đại Lãnh, không phải người thật', '[Gặp cán bộ]'],
      ['có phải người thật không', 'không phải người thật'],
      ['nguoi hay may vay', 'không phải người thật'],
      ['ai đang trả lời vậy ạ', 'không phải người thật'],
      ['đây là bot à', 'không phải người thật'],
      ['gặp cán bộ', 'Đã báo cán bộ'],
    ],
  },
  {
    name: 'who asks it in the middle of a report is told, and the question comes again',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['bạn là người thật hay máy', 'không phải người thật', 'việc gì'],
    ],
  },
];
