import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import { TO_CATEGORY, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';

const ASKED = 'Số 0912 345 678 là của ai?';

/** A report of a kind that has no line for traces. */
const WITHOUT_TRACES: readonly Turn[] = [
  ...TO_CATEGORY,
  ['tin giả', /\(1\//],
  ['có người đăng tin bịa đặt rằng xã mình vỡ đê, bà con hoang mang', /\(\d/],
  ['gửi luôn', 'ở đâu'],
  ['facebook', 'khi nào'],
  ['hôm qua', 'liên hệ lại'],
  ['2', 'Bạn xem lại'],
];

/** The same without a name. */
const UNNAMED: readonly Turn[] = [...TO_SUMMARY.slice(0, -1), ['ẩn danh', 'Bạn xem lại', 'ẩn danh']];

const traces = ({ indicators }: Report): string[] => indicators.map(({ kind, value }) => `${kind} ${value}`);

const callsBack = (report: Report): void => {
  expect(report.reporter).toMatchObject({ anonymous: false, phone: '0912 345 678' });
  expect(report.indicators).toEqual([]);
};
const isTrace = (report: Report): void => {
  expect(report.reporter.phone).toBeNull();
  expect(traces(report)).toEqual(['phone +84912345678']);
};

/** A telephone number and nothing else, where the report is looked over before it is sent: nobody guesses whose it is. */
export const bareNumber: readonly ConversationTable[] = [
  ...['0912345678', '0912.345.678 ạ', 'sđt 0912345678', 'đây ạ 0912 345 678'].map(
    (says): ConversationTable => ({
      name: `"${says}" before sending is asked about, and is the offender's if they say so`,
      turns: [
        ...TO_SUMMARY,
        [says, ASKED, '[Số của đối tượng]', '[Số của tôi]', '[Để nguyên]'],
        [{ tap: 'Số của đối tượng' }, 'Đã ghi “Dấu vết của đối tượng”: 0912 345 678', 'Bạn xem lại'],
        ['gửi', 'Mã hồ sơ'],
      ],
      report: isTrace,
    }),
  ),
  {
    name: 'it is the resident’s own if they say so: officers call them there',
    turns: [
      ...TO_SUMMARY,
      ['0912345678', ASKED],
      ['của em ạ', 'Đã ghi “Số điện thoại”: 0912 345 678', 'Bạn xem lại', 'Liên hệ lại: Gọi điện cho tôi'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: callsBack,
  },
  {
    name: 'it is nobody’s: the report stays as it is',
    turns: [
      ...TO_SUMMARY,
      ['0912345678', ASKED],
      [{ tap: 'Để nguyên' }, 'không ghi số', 'Bạn xem lại', /^(?![\s\S]*0912)/],
      ['0912345678', ASKED],
      ['gõ nhầm', 'không ghi số', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.indicators).toEqual([]);
      expect(report.reporter.phone).toBeNull();
    },
  },
  {
    name: 'many accounts have the owner’s telephone number',
    turns: [
      ...TO_SUMMARY,
      ['0912345678', ASKED, '[Số tài khoản nhận]'],
      ['số tài khoản', 'Đã ghi “Tài khoản nhận, cách trả tiền”: 0912345678', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.indicators.map(({ kind }) => kind)).toEqual(['account']);
    },
  },
  ...(
    [
      ['số nó 0912345678', isTrace],
      ['số của kẻ lừa đảo: 0912345678', isTrace],
      ['số em 0912345678', callsBack],
      ['0912345678 của tôi', callsBack],
    ] as const
  ).map(([says, report]): ConversationTable => ({
    name: `"${says}" says whose it is, and nothing is asked`,
    turns: [...TO_SUMMARY, [says, 'Đã ghi “', '0912 345 678', 'Bạn xem lại'], ['gửi', 'Mã hồ sơ']],
    report,
  })),
  {
    name: 'a second number of the offender stands beside the first',
    turns: [
      ...TO_SUMMARY,
      ['0912345678', ASKED],
      ['1', '0912 345 678'],
      ['0987654321', 'Số 0987 654 321 là của ai?'],
      ['của nó', 'Đã ghi “Dấu vết của đối tượng”: 0912 345 678; 0987 654 321'],
      ['0987654321', 'đã có ở dòng “Dấu vết của đối tượng”', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(traces(report)).toEqual(['phone +84912345678', 'phone +84987654321']);
    },
  },
  {
    name: 'where no line is for traces it stands in the story',
    turns: [
      ...WITHOUT_TRACES,
      ['0912345678', ASKED, /^(?![\s\S]*tài khoản nhận)/],
      ['số của đối tượng', 'Đã ghi thêm vào lời kể', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: isTrace,
  },
  {
    name: 'who wants to stay unnamed gives no number by a slip',
    turns: [
      ...UNNAMED,
      ['0912345678', ASKED],
      ['số của tôi', 'đang báo ẩn danh', '“sửa liên hệ lại”', 'Bạn xem lại', 'ẩn danh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({ anonymous: true, phone: null });
      expect(report.indicators).toEqual([]);
    },
  },
  {
    name: 'other words instead of an answer: a correction is made, a story is kept, a yes asks again, "bỏ qua" leaves it',
    turns: [
      ...TO_SUMMARY,
      ['0912345678', ASKED],
      ['gửi', 'chọn một mục', ASKED],
      ['ghi nhầm, 5 triệu thôi', '5.000.000đ', 'Bạn xem lại'],
      ['0912345678', ASKED],
      ['không', 'không ghi số', 'Bạn xem lại'],
      ['0912345678', ASKED],
      ['nó nhắn tin cho vợ tôi bằng số đó rồi còn dọa sẽ tới nhà', 'Đã ghi thêm vào lời kể', ASKED],
      ['bỏ qua', 'Bạn xem lại'],
      ['0912345678', ASKED],
      ['quay lại', 'Bạn xem lại'],
      ['0912345678', ASKED],
      [{ sends: ['a.jpg'] }, 'Đã nhận 1 ảnh', ASKED],
      ['1', 'Chứng cứ: 1 ảnh'],
    ],
  },
];
