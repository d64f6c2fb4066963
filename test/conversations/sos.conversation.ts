import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import type { Phone } from '../support/talk-to-bot.ts';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';

const IN_HASTE: readonly Turn[] = [
  ['gửi luôn', 'liên hệ lại'],
  ['nhắn tin tại đây', 'Bạn xem lại'],
  ['gửi', 'Mã hồ sơ'],
];

const storyOf = ({ answers }: Report): string =>
  answers.find(({ question }) => question === 'what')?.text ?? '';

/** The duty officer was alerted by the card and again by the report. */
const alertedBy =
  (slug: string, urgency: string) =>
  ({ caseFile }: Phone): void => {
    const reportId = [...caseFile.reports.keys()][0];
    expect(caseFile.alerts).toMatchObject([
      { kind: 'card', slug, urgency },
      { kind: 'report', urgency, reportId },
    ]);
  };

export const sos: readonly ConversationTable[] = [
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
    name: 'an "online kidnapping": 113, no bank question',
    turns: [
      ['con tôi mất liên lạc, có người đòi tiền chuộc', '113', '[Báo tin ngay]', '[Gặp cán bộ ngay]'],
      [{ tap: 'Gặp cán bộ ngay' }, 'Đã báo cán bộ'],
    ],
    check: (phone) => {
      const [handover] = [...phone.caseFile.handovers.values()];
      expect(handover).toMatchObject({ urgent: true, status: 'waiting' });
      expect(handover?.messages[0]?.text).toContain('con tôi mất liên lạc');
    },
  },
  {
    name: 'blackmail with pictures: no money, no picture to anybody, no blame; then the report, without a name',
    turns: [
      [
        'nó dọa tung clip nóng của em đòi tiền',
        /^Đừng trả tiền, đừng gửi thêm ảnh/,
        'bạn không có lỗi',
        'Đừng gửi ảnh, clip đó cho ai, cả vào đây',
        '113',
        '[Báo tin ngay]',
        '[Gặp cán bộ ngay]',
      ],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      [{ tap: 'Báo ẩn danh' }, 'không lưu tên và số điện thoại', '(1/'],
      ['nó quen em trên mạng rồi quay lại lúc gọi video, giờ dọa gửi cho bạn bè', /\(\d\//],
      ['facebook', 'khi nào'],
      ['hôm qua', /\(\d\//],
      ['gửi luôn', 'Bạn xem lại', 'Nơi đăng, nhắn: Facebook'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report).toMatchObject({ category: 'C07', urgency: 'P1', reporter: { anonymous: true } });
    },
    check: alertedBy('sos-tong-tien-anh-nong', 'P1'),
  },
  {
    name: 'a child in danger: 111, and no picture of the child is wanted; then the report',
    turns: [
      [
        'có người dụ dỗ con tôi gửi ảnh',
        /^Gọi 111/,
        '113',
        'Ảnh, clip của trẻ không gửi cho ai, cả vào đây',
        'trẻ không có lỗi',
        '[Báo tin ngay]',
        '[Gặp cán bộ ngay]',
      ],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', 'không cần mô tả chi tiết nhạy cảm'],
      ['một người lạ kết bạn rồi dụ cháu gửi ảnh, cháu kể với tôi tối qua', '21/11/2026', 'an toàn không'],
      ['có', 'qua mạng nào'],
      ['zalo', /\(\d\//],
      ...IN_HASTE,
    ],
    report: (report) => {
      expect(report).toMatchObject({ category: 'C08', urgency: 'P1' });
      expect(report.answers).toContainEqual(expect.objectContaining({ question: 'danger', text: 'Có' }));
    },
    check: alertedBy('sos-tre-em-bi-xam-hai-du-do', 'P1'),
  },
  {
    name: 'no wish to live: 115 and a person, no form',
    turns: [
      [
        'tôi không muốn sống nữa',
        /^Bạn đừng ở một mình lúc này/,
        'gọi 115',
        '[Gặp cán bộ ngay]',
        '[Tôi tạm ổn rồi]',
        /^(?![\s\S]*Báo tin ngay)/,
      ],
      [{ tap: 'Gặp cán bộ ngay' }, 'Đã báo cán bộ', '113'],
      ['tôi nợ nhiều quá', 'Đã chuyển lời'],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toMatchObject([{ slug: 'sos-khung-hoang-muon-tu-tu', urgency: 'P0' }]);
      const [handover] = [...caseFile.handovers.values()];
      expect(handover).toMatchObject({ urgent: true, status: 'waiting' });
      expect(handover?.messages.map(({ text }) => text)).toEqual([
        'tôi không muốn sống nữa',
        'tôi nợ nhiều quá',
      ]);
    },
  },
  {
    name: 'no wish to live, and somewhat better: nothing is pressed on anybody',
    turns: [
      ['tôi không muốn sống nữa', /115/, '[Tôi tạm ổn rồi]'],
      ['2', 'Cần gì cứ nhắn'],
    ],
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
    name: 'an "online kidnapping" reported: the story answers the first question, the card does not come again',
    turns: [
      ['con tôi mất liên lạc, có người đòi tiền chuộc', '113', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', /tôi hiểu|\(1\//],
      ['con tôi mất liên lạc từ sáng nay, có người gọi đòi tiền chuộc 500 triệu', /500\.000\.000đ|\(\d\//],
      ['đúng', /\(\d\//],
      ['gửi luôn', /\(\d\//],
      ['không nhớ', /liên hệ lại|\(\d\//],
      ['nhắn tin tại đây', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.category).toBe('C14');
      expect(['P0', 'P1']).toContain(report.urgency);
    },
    check: ({ caseFile }) => {
      expect(caseFile.alerts.map(({ kind }) => kind)).toEqual(['card', 'report']);
    },
  },
  {
    name: 'a child in danger reported: the card does not come again at the first question',
    turns: [
      ['có người dụ dỗ con tôi gửi ảnh', '111', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', /\(1\//],
      ['người đó dụ dỗ con tôi gửi ảnh qua facebook mấy hôm nay', /tôi hiểu|\(2\//],
    ],
  },
  {
    name: 'a second urgent matter keeps what was told of the first for the report',
    turns: [
      ['tôi vừa chuyển 7 triệu cho nó', 'ngân hàng nào'],
      [{ sends: ['bien-lai.jpg'] }, 'Đã nhận 1 ảnh'],
      ['giờ nó dọa tung clip nóng của em đòi tiền', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', '7.000.000đ'],
    ],
    check: async (phone) => {
      const draft = JSON.stringify(await phone.storage.read([phone.stateKey]));
      expect(draft).toContain('bien-lai.jpg');
      expect(draft).toContain('dọa tung clip nóng');
    },
  },
  {
    name: 'knives and fists: 113 first, and the duty officer is alerted as for a danger to life',
    turns: [
      ['có người đang cầm dao trước cửa nhà tôi', '113', '[Gặp cán bộ ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toMatchObject([{ kind: 'card', slug: 'so-khan-cap', urgency: 'P0' }]);
    },
  },
  {
    name: 'knives in the middle of a report: the report waits for the card, and goes on where it stood',
    turns: [
      ...BEGIN,
      ['nó đang cầm dao đứng trước cửa nhà tôi', '113', '[Gặp cán bộ ngay]'],
      ['viết tiếp', 'tin đang viết dở', '(1/'],
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
