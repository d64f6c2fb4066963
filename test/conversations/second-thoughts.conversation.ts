import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import { BEGIN, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';

/** The same with an account, which is easily mistyped. */
const TO_ACCOUNT: readonly Turn[] = [
  ...BEGIN,
  ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
  ['hôm qua', 'qua đâu'],
  ['zalo', 'bao nhiêu tiền'],
  ['500k', 'tài khoản nào'],
];
const WITH_ACCOUNT: readonly Turn[] = [
  ...TO_ACCOUNT,
  ['0123456789 mb', 'Bạn có lỡ đưa'],
  ['gửi luôn', 'liên hệ lại'],
  ['2', 'Bạn xem lại', '0123456789 mb'],
];

const answerTo = (report: Report, question: string): string =>
  report.answers.find((answer) => answer.question === question)?.text ?? '';

const corrected = (label: string, text: string, before: string): string =>
  `Đã sửa “${label}”: ${text} (trước ghi: ${before}).`;
const money = (text: string, before = '500.000đ'): string => corrected('Số tiền đã mất', text, before);
const WHEN = corrected('Thời gian', 'ngày 20/11/2026', 'ngày 21/11/2026');
const WHERE = corrected('Kênh, nơi xảy ra', 'Facebook, Messenger', 'Zalo');
const account = (text: string): string => corrected('Tài khoản nhận, cách trả tiền', text, '0123456789 mb');

/** What is said before sending, and what of it must stand in the answer. */
const atSummary: readonly (readonly [says: string, ...answers: readonly string[]])[] = [
  ['à mà sửa số tiền 22 triệu', money('22.000.000đ')],
  ['ghi nhầm, 5 triệu thôi', money('5.000.000đ')],
  ['em ghi nhầm 500k thành 5 triệu', money('5.000.000đ')],
  ['5 triệu chứ không phải 500k', money('5.000.000đ')],
  ['khong phai 500k ma la 5tr', money('5.000.000đ')],
  ['số tiền là 5 triệu nhé', money('5.000.000đ')],
  ['hôm kia chứ không phải hôm qua', WHEN],
  ['sửa lại thời gian là hôm kia', WHEN],
  ['hom kia moi dung', WHEN],
  ['nhầm rồi, facebook chứ không phải zalo', WHERE],
  ['à nhớ lại thì hôm kia, mất 5 triệu', WHEN, money('5.000.000đ')],
  ['số tk là 0987654321 chứ không phải 0123456789', account('0987654321 mb')],
  ['số tiền sai rồi, 5 triệu', money('5.000.000đ')],
  ['số tiền 22tr, ngày hôm kia, qua facebook', money('22.000.000đ'), WHEN, WHERE],
  ['stk của nó là 0123456788 mb bank tên Nguyen Van A', account('0123456788 – MB – NGUYEN VAN A')],
  ['không phải lừa đảo mà là mất tài khoản facebook', 'Đã sửa “Loại việc”', 'facebook'],
  ['stk đúng là 1029384756 vietcombank', account('1029384756 – Vietcombank')],
  [
    'sửa liên hệ lại thành gọi điện cho tôi',
    corrected('Liên hệ lại', 'Gọi điện cho tôi', 'Nhắn tin tại đây'),
  ],
];

/** What may sound like it, and is more of the story. */
const stories = [
  'nó bảo tôi ghi sai số tài khoản nên bị treo tiền, phải nộp thêm 3 triệu nữa mới rút được',
  'họ còn đòi tôi thêm 3 triệu nữa',
  'tôi chuyển tiền chứ không phải mẹ tôi chuyển',
  'nó nói nhầm một lần là tên Hùng chứ không phải Dũng',
];

/** A resident who puts right in words of their own what they said before. */
export const secondThoughts: readonly ConversationTable[] = [
  ...atSummary.map(([says, ...answers]): ConversationTable => ({
    name: `before sending "${says}" corrects the line that is meant`,
    turns: [...WITH_ACCOUNT, [says, ...answers, /^(?![\s\S]*Đã ghi thêm)/]],
  })),
  ...stories.map((says): ConversationTable => ({
    name: `"${says}" corrects nothing and is kept`,
    turns: [...WITH_ACCOUNT, [says, 'Đã ghi thêm vào lời kể', 'Số tiền đã mất: 500.000đ', says]],
  })),
  {
    name: 'what was corrected is what is sent, and the wrong account is no trace any more',
    turns: [
      ...WITH_ACCOUNT,
      ['số tk là 0987654321 chứ không phải 0123456789', 'Bạn xem lại', 'tiền: 0987654321 mb'],
      ['sửa số tiền 22 triệu', 'Bạn xem lại', 'Số tiền đã mất: 22.000.000đ'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(answerTo(report, 'money')).toBe('22.000.000đ');
      expect(answerTo(report, 'what')).not.toContain('22 triệu');
      expect(report.indicators.map(({ value }) => value)).toEqual(['970422:0987654321']);
    },
  },
  {
    name: 'an account corrected by its line is no trace any more either',
    turns: [...WITH_ACCOUNT, ['sửa 6', 'Sửa “Tài khoản'], ['0987654321 mb', 'Đã sửa'], ['gửi', 'Mã hồ sơ']],
    report: (report) => {
      expect(report.indicators.map(({ value }) => value)).toEqual(['970422:0987654321']);
    },
  },
  {
    name: 'a correction that tells more is kept in the story too',
    turns: [
      ...WITH_ACCOUNT,
      [
        'ghi nhầm, 5 triệu thôi, lúc đó vợ tôi đứng cạnh can mà không được',
        money('5.000.000đ'),
        'Đã ghi thêm vào lời kể',
      ],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(answerTo(report, 'money')).toBe('5.000.000đ');
      expect(answerTo(report, 'what')).toContain('vợ tôi đứng cạnh');
    },
  },
  {
    name: 'what one was ashamed to say before is put right, and why is kept',
    turns: [
      ...WITH_ACCOUNT,
      ['thật ra tôi bị lừa hết 50 triệu, sợ vợ biết nên ghi ít', money('50.000.000đ'), 'Đã ghi thêm'],
    ],
  },
  {
    name: 'where it is not plain which line is meant, the resident is asked',
    turns: [
      ...WITH_ACCOUNT,
      ['ghi sai rồi', 'Bạn muốn sửa dòng nào?'],
      ['số tiền 5 triệu', money('5.000.000đ'), 'Bạn xem lại'],
      ['sửa số tiền với thời gian', 'Bạn muốn sửa dòng nào?', '1. Thời gian', '2. Số tiền'],
      ['2', 'Sửa “Số tiền đã mất”'],
      ['6 triệu chứ không phải 5 triệu', money('6.000.000đ', '5.000.000đ'), 'Bạn xem lại'],
    ],
  },
  {
    name: 'a number that may be two things is asked about, and not typed again',
    turns: [
      ...TO_ACCOUNT,
      ['0123456789 mb, nó gọi bằng số 0911222333', 'Dấu vết', 'Bạn có lỡ đưa'],
      ['đúng', 'Bạn có lỡ đưa'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại', '0911 222 333'],
      ['ghi nhầm, 0911222334', 'Bạn muốn sửa dòng nào?', 'Tài khoản nhận', 'Dấu vết'],
      ['2', corrected('Dấu vết của đối tượng', '0911 222 334', '0911 222 333'), 'Bạn xem lại'],
    ],
  },
  ...(
    [
      ['ghi nhầm, 5 triệu thôi', money('5.000.000đ'), 'Bạn xem lại'],
      ['hôm kia chứ không phải hôm qua', WHEN, 'Bạn xem lại'],
      ['sửa số tiền', 'Sửa “Số tiền đã mất”'],
      ['sai rồi', /^(?![\s\S]*Bạn muốn sửa)/, 'đã gửi một tin về việc này'],
    ] as const
  ).map(([says, ...answers]): ConversationTable => ({
    name: `where it is asked whether the report was sent before, "${says}" is heard too`,
    reports: 1,
    turns: [
      ...WITH_ACCOUNT,
      ['gửi', 'Mã hồ sơ'],
      ...WITH_ACCOUNT,
      ['gửi', 'đã gửi một tin về việc này', '[Thêm vào tin cũ]'],
      [says, ...answers],
    ],
  })),
  {
    name: 'a plain line without a plain value is asked for its value',
    turns: [
      ...WITH_ACCOUNT,
      ['sửa số tiền 22', '22.000.000đ hay 22.000đ', 'Sửa “Số tiền đã mất”'],
      ['22 triệu', '22.000.000đ', 'Bạn xem lại'],
    ],
  },
  {
    name: 'in the middle of a report what was answered before is corrected, and the open question comes again',
    turns: [
      ...TO_ACCOUNT,
      ['à mà sửa số tiền 22 triệu', money('22.000.000đ'), 'tài khoản nào'],
      ['hôm kia chứ không phải hôm qua', WHEN, 'tài khoản nào'],
      ['ghi nhầm, facebook chứ không phải zalo', WHERE, 'tài khoản nào'],
      ['0123456789 mb', 'Bạn có lỡ đưa'],
    ],
  },
  {
    name: 'a bare number before sending may be anybody’s, and takes no line',
    turns: [
      ...WITH_ACCOUNT,
      ['0911222333', /^(?![\s\S]*Đã sửa)[\s\S]*là của ai\?/],
      ['để nguyên', /^(?![\s\S]*Đã sửa)[\s\S]*tiền: 0123456789 mb/],
    ],
  },
  {
    name: 'what was left out before is filled in before sending',
    turns: [
      ...TO_SUMMARY,
      ['stk là 0123456789 mb', 'Đã ghi “Tài khoản nhận, cách trả tiền”: 0123456789 – MB', 'Bạn xem lại'],
    ],
  },
  {
    name: 'who wants to be called after all says where',
    turns: [
      ...WITH_ACCOUNT,
      ['gọi điện cho tôi số 0911222333 nhé', 'Liên hệ lại: Gọi điện cho tôi', '0911 222 333', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({
        anonymous: false,
        phone: expect.stringContaining('0911 222 333'),
      });
      expect(report.indicators.map(({ kind }) => kind)).toEqual(['account']);
    },
  },
];
