import { expect } from '@jest/globals';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable } from './table.ts';
import { IN_HASTE, alertedBy, storyOf } from './urgent-report.ts';

/** Money, an OTP, a telephone or a SIM is going: the card, the bank with what to say, then the report. */
export const sosMoney: readonly ConversationTable[] = [
  {
    name: 'money just sent: card first, then the bank with what to say, then a report with what was said',
    turns: [
      [
        'em vừa chuyển 15tr cho nó vào stk 0123456789 mb rồi làm sao',
        /^Đừng chuyển thêm/,
        'chuyển tiền từ ngân hàng nào',
        '[Vietcombank]',
        '[Agribank]',
      ],
      [
        'vcb',
        'GỌI NGAY Vietcombank: 1900 54 54 13',
        'mặt sau thẻ',
        'Nói với tổng đài',
        '15.000.000đ',
        '0123456789',
        '[Báo tin ngay]',
      ],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', 'tôi hiểu', '15.000.000đ', '0123456789', '22/11/2026'],
      ['đúng', 'qua đâu'],
      ['zalo', /\(\d\/\d+\)/],
      ['gửi luôn', 'liên hệ lại'],
      ['nhắn tin tại đây', 'Bạn xem lại', 'em vừa chuyển 15tr'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.category).toBe('C01');
      expect(report.urgency).toBe('P1');
    },
    check: (phone) => {
      expect(phone.caseFile.alerts).toMatchObject([
        {
          kind: 'card',
          slug: 'sos-vua-chuyen-tien',
          urgency: 'P1',
          channel: 'zalo',
          words: 'em vừa chuyển 15tr cho nó vào stk 0123456789 mb rồi làm sao',
        },
        { kind: 'report', urgency: 'P1', reportId: [...phone.caseFile.reports.keys()][0], words: null },
      ]);
    },
  },
  {
    name: 'a bank behind "Ngân hàng khác", and one without a confirmed number',
    turns: [
      ['vừa ck nhầm cho bọn lừa đảo rồi', 'chuyển tiền từ ngân hàng nào'],
      [{ tap: 'Ngân hàng khác' }, '[Techcombank]', '[MB]'],
      ['Sacombank', 'chưa có số của Sacombank', 'mặt sau thẻ', '[Báo tin ngay]'],
      [{ tap: 'Ngân hàng khác' }, '[BIDV]'],
      [{ tap: 'BIDV' }, '1900 9247'],
    ],
  },
  {
    name: 'an OTP given away: lock first, no OTP to anybody, then the report',
    turns: [
      [
        'tôi lỡ đọc mã otp cho nó rồi',
        'Gọi NGAY tổng đài ngân hàng',
        'xin khóa thẻ',
        'Tài khoản của bạn ở ngân hàng nào',
      ],
      ['bidv', '1900 9247', 'khóa khẩn cấp', 'Không đọc mã OTP'],
      ['báo tin', 'đồng ý'],
      ['đồng ý', '(1/'],
      ['nó gọi điện xưng ngân hàng, sáng nay tôi lỡ đọc mã otp rồi', 'Gọi điện', '22/11/2026'],
      ...IN_HASTE,
    ],
    report: (report) => {
      expect(report).toMatchObject({ category: 'C01', urgency: 'P1' });
      expect(storyOf(report)).toContain('tôi lỡ đọc mã otp cho nó rồi');
    },
    check: alertedBy('sos-lo-otp-thong-tin-the', 'P1'),
  },
  {
    name: 'the same card twice within minutes alerts the duty officer once',
    turns: [
      ['tôi vừa chuyển tiền cho nó', 'ngân hàng nào'],
      ['menu', '[Kiểm tra số, link]'],
      ['tôi vừa chuyển tiền cho nó', 'ngân hàng nào'],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toHaveLength(1);
    },
  },
  {
    name: 'a telephone taken over: airplane mode, SIM out, the bank from another telephone, then the report',
    turns: [
      [
        'mẹ em cài app lạ giờ điện thoại nó điều khiển',
        /^Cắt mạng NGAY: bật chế độ máy bay, rút SIM/,
        'Mượn máy khác gọi tổng đài ngân hàng',
        'đừng khôi phục cài đặt gốc',
        'ngân hàng nào',
      ],
      [{ tap: 'Agribank' }, '1900 558 818', 'khóa khẩn cấp'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['ok', 'tôi hiểu', 'Trang web, ứng dụng', 'khi nào'],
      ['sáng nay', /\(\d\//],
      ...IN_HASTE,
    ],
    report: (report) => {
      expect(report).toMatchObject({ category: 'C04', urgency: 'P1' });
      expect(storyOf(report)).toContain('cài app lạ');
    },
    check: alertedBy('sos-cai-app-la-bi-chiem-may', 'P1'),
  },
  {
    name: 'urgent words come before anything that is open',
    turns: [
      ['menu', '[Kiểm tra số, link]'],
      ['kiểm tra số, link', 'cần kiểm tra'],
      ['tôi vừa chuyển tiền cho nó', /^Đừng chuyển thêm/],
    ],
  },
  {
    name: 'more of the story after the card is kept for the report',
    turns: [
      ['tôi vừa chuyển tiền cho nó', 'ngân hàng nào'],
      ['vietcombank', '1900 54 54 13'],
      ['nó xưng là công an, gọi số 0912345678 cho tôi', 'Báo tin ngay'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['ok', 'tôi hiểu', '0912 345 678'],
    ],
  },
  {
    name: '"bỏ qua" at the bank goes on to the report, and once more leaves the card',
    turns: [
      ['em vừa chuyển 15tr cho nó rồi nó chặn', 'Đừng chuyển thêm', 'chuyển tiền từ ngân hàng nào'],
      ['bỏ qua', '[Báo tin ngay]'],
      ['bỏ qua', 'Vâng, bỏ qua', '[Về menu]'],
      ['mã otp là gì', 'Nguồn:'],
    ],
  },
  {
    name: 'the words that the assistant itself tells people to write are no bank',
    turns: [
      ['tôi vừa chuyển 5 triệu cho kẻ lừa đảo', /^Đừng chuyển thêm/, 'ngân hàng nào'],
      ['theo dõi', 'Bạn gõ mã hồ sơ'],
      ['menu', '[Hỏi đáp]'],
      ['tôi vừa đọc otp cho nó rồi', /./, 'ngân hàng nào'],
      ['dữ liệu của tôi', 'xin xóa dữ liệu'],
    ],
  },
  {
    name: 'a bank named in the words is offered first, the one of the receiving account is not',
    turns: [
      [
        'tôi vừa chuyển từ techcombank 5 triệu cho nó vào stk 0123456789 mb',
        /\[Techcombank\]\n\[Agribank\]\n\[Vietcombank\]/,
      ],
      [{ tap: 'Techcombank' }, 'GỌI NGAY Techcombank', 'Nói với tổng đài', '5.000.000đ'],
    ],
  },
  {
    name: 'a threat told in the middle of a report: the card’s button leads back to it, with what was told filled in',
    turns: [
      ...BEGIN,
      ['họ lừa tôi đặt cọc mua hàng rồi dọa giết tôi nếu còn nhắn', '113', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'tin đang viết dở', 'khi nào'],
      ['hôm nay', 'qua đâu'],
      ['zalo', /\(\d/],
      ...IN_HASTE,
    ],
    report: (report) => {
      expect(storyOf(report)).toBe('họ lừa tôi đặt cọc mua hàng rồi dọa giết tôi nếu còn nhắn');
      expect(report.urgency).toBe('P0');
    },
  },
  {
    name: 'no bank to call: the wallet is named, and "báo công an" at the bank begins the report',
    turns: [
      ['tôi vừa chuyển 2 triệu cho nó', 'ngân hàng nào'],
      ['không qua ngân hàng', 'tổng đài ghi trong ứng dụng ví', /^(?![\s\S]*Gọi xong)/, '[Báo tin ngay]'],
      [{ tap: 'Ngân hàng khác' }, 'ngân hàng nào'],
      ['báo công an', 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'after the urgent card the report does not say the same again',
    turns: [
      ['tôi vừa chuyển 5 triệu cho nó', 'Đừng chuyển thêm'],
      ['agribank', '1900'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', /^(?![\s\S]*Nếu chưa gọi ngân hàng)[\s\S]*5\.000\.000đ/],
    ],
  },
  ...[
    'điện thoại tôi tự nhiên mất sóng, không gọi được',
    'dien thoai toi tu nhien mat song khong goi duoc, vua nghe may no bao nang cap sim',
    'sim của tôi bị chiếm rồi',
    'may toi mat song ca buoi, nghi bi cuop sim',
    'nó lừa tôi nhắn tin đổi sim, giờ máy mất sóng',
  ].map((words): ConversationTable => ({
    name: `a SIM taken over: "${words}"`,
    turns: [
      [words, 'Mượn máy khác gọi tổng đài nhà mạng', 'khóa thẻ', '[Làm gì ngay bây giờ]'],
      [{ tap: 'Làm gì ngay bây giờ' }, 'ở ngân hàng nào'],
      ['vcb', '1900 54 54 13', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
    ],
  })),
];
