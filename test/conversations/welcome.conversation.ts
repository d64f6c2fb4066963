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
      ['thoát', '[Về menu]'],
    ],
  },
];
