import { expect } from '@jest/globals';
import { BEGIN, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

export const reportHabits: readonly ConversationTable[] = [
  {
    name: '"quay lại" opens the question before again',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', '(2/', 'khi nào'],
      ['hôm qua', '(3/', 'qua đâu'],
      ['quay lại', '(2/', 'khi nào'],
      ['quay lai', '(1/', 'chuyện gì đã xảy ra'],
      ['quay lại', 'câu đầu tiên', '(1/'],
    ],
  },
  {
    name: '"bỏ qua" at what is needed: "không nhớ" is an answer, the story itself is not skipped',
    turns: [
      ...BEGIN,
      ['bỏ qua', 'Câu này cần có', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['bo qua', 'không nhớ', 'qua đâu'],
    ],
  },
  {
    name: 'each line of the summary can be corrected by its number or its name',
    turns: [
      ...TO_SUMMARY,
      ['sửa 5', 'Sửa “Số tiền đã mất”', 'bao nhiêu tiền'],
      ['1 triệu rưỡi', 'Đã sửa', '1.500.000đ'],
      [{ tap: 'Sửa' }, 'Bạn muốn sửa dòng nào?'],
      ['99', 'Chưa rõ dòng nào'],
      ['4', 'Sửa “Kênh'],
      ['sửa 3', 'Sửa “Thời gian”'],
      ['sửa 5', 'Sửa “Số tiền đã mất”'],
      ['quay lại', 'Bạn xem lại'],
      ['sửa', 'Bạn muốn sửa dòng nào?'],
      ['thời gian', 'Sửa “Thời gian”'],
      ['hôm kia', 'Đã sửa', '20/11/2026'],
      ['sua 1', 'Bạn muốn báo việc gì?'],
      [{ tap: 'Bị mạo danh, dọa' }, '1. Loại việc: Có người mạo danh', 'Số tiền đã mất: 1.500.000đ'],
    ],
  },
  ...[
    ['Hôm qua', 'Thời gian: ngày 21/11/2026'],
    ['Hôm nay', 'Thời gian: ngày 22/11/2026'],
    ['Vừa xong', 'Thời gian: khoảng 9 giờ ngày 22/11/2026'],
    ['Không nhớ', 'Thời gian: Không nhớ'],
  ].map(([title, line]): ConversationTable => ({
    name: `"${String(title)}" on a button is kept as the day that it was then, also when the report is sent days later`,
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      [{ tap: String(title) }, 'qua đâu'],
      ['để sau', '7 ngày'],
      [{ waitsMinutes: 3 * 24 * 60 }],
      ['viết tiếp', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', line ?? ''],
    ],
  })),
  ...['sáng nay', 'vừa nãy', 'lúc nãy', 'hôm qua lúc 9h'].map((time): ConversationTable => ({
    name: `"${time}" where it was asked when is a time, and alarms nobody`,
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      [time, /^(?![\s\S]*Đừng chuyển thêm)[\s\S]*qua đâu/],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toEqual([]);
    },
  })),
  {
    name: '"vừa chuyển xong" is more than a time: the card comes, and the answer is taken',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['vừa chuyển tiền', 'Đừng chuyển thêm', 'qua đâu'],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toMatchObject([{ slug: 'sos-vua-chuyen-tien' }]);
    },
  },
  {
    name: '"hủy" asks first; "bỏ hẳn" leaves nothing',
    turns: [
      ...TO_SUMMARY,
      ['hủy', 'bỏ hẳn tin này, hay để sau'],
      [{ tap: 'Viết tiếp' }, 'Bạn xem lại'],
      ['huy', 'bỏ hẳn'],
      ['bỏ hẳn', 'Đã bỏ tin viết dở'],
      ['viết tiếp', '[Gửi tin phản ánh]'],
    ],
  },
  {
    name: '"để sau" keeps the draft, offers it in the next session and goes on where it was',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['để sau', '7 ngày'],
      [{ waitsMinutes: 3 * 24 * 60 }],
      ['mã otp là gì', 'còn một tin phản ánh viết dở', 'Nguồn:'],
      ['viết tiếp', 'tin đang viết dở', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['menu', 'còn một tin phản ánh viết dở', '[Viết tiếp tin dở]'],
      [{ tap: 'Viết tiếp tin dở' }, 'qua đâu'],
    ],
  },
  {
    name: 'after seven days the draft is gone',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['để sau', '7 ngày'],
      [{ waitsMinutes: 7 * 24 * 60 + 1 }],
      ['menu', '[Gửi tin phản ánh]'],
      ['tôi muốn báo công an', 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'starting anew while a draft waits asks which of the two is meant',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['menu', '[Viết tiếp tin dở]'],
      ['tôi muốn báo công an', 'viết tiếp tin đó, hay viết tin mới', '[Viết tin mới]'],
      [{ tap: 'Viết tin mới' }, 'đồng ý'],
      ['ok', 'việc gì'],
    ],
  },
  {
    name: 'a question in the middle is answered and the report goes on',
    decidedBy: 'rules',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['bao lâu có kết quả', 'Nguồn:', 'làm tiếp tin phản ánh', 'khi nào'],
      ['điện thoại bị sao vậy', 'Có phải bạn muốn hỏi', '[Làm tiếp tin]'],
      ['hôm qua', 'qua đâu'],
      ['khai sinh làm ở đâu?', 'UBND xã', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
    ],
  },
  {
    name: 'a suggested article chosen in the middle is said and the report goes on',
    decidedBy: 'rules',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['điện thoại bị sao vậy', 'Có phải bạn muốn hỏi', '[Việc số 1]'],
      [{ tap: 'Việc số 1' }, 'Nguồn:', 'khi nào'],
    ],
  },
  {
    name: 'help in the middle explains the words and asks again',
    turns: [...BEGIN, ['trợ giúp', '“quay lại”: về câu trước', '(1/']],
  },
  {
    name: 'a reply that is not understood three times is offered a way out',
    turns: [
      ...TO_SUMMARY.slice(0, -1),
      ['xyz', 'Bạn chọn một mục', 'liên hệ lại'],
      ['abc', 'liên hệ lại'],
      ['qwe', 'vẫn chưa hiểu', '[Bỏ qua]', '[Gặp cán bộ]'],
      [{ tap: 'Bỏ qua' }, 'nhắn bạn tại đây'],
    ],
  },
  {
    name: 'sending twice makes one report, by button and by word',
    turns: [
      ...TO_SUMMARY,
      [{ tap: 'Gửi tin' }, 'Mã hồ sơ'],
      [{ tapOld: 'Gửi tin' }, 'đã được gửi lúc', 'Không cần gửi lại'],
      ['gửi', 'đã được gửi lúc'],
    ],
    report: (report) => {
      expect(report.status).toBe('new');
    },
  },
  {
    name: 'what looks like the same matter is offered as an addition to the first report',
    turns: [
      ...TO_SUMMARY,
      ['gửi', 'Mã hồ sơ'],
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['1', '(1/'],
      ['cũng người bán hàng đó hôm nay lại lừa mẹ tôi 2 triệu qua zalo', '2.000.000đ', 'tài khoản nào'],
      ['đúng', 'tài khoản nào'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại'],
      ['gửi', 'đã gửi một tin về việc này', '[Thêm vào tin cũ]'],
      [{ tap: 'Thêm vào tin cũ' }, 'Đã thêm nội dung'],
    ],
    report: (report) => {
      expect(report.messages).toHaveLength(1);
      expect(report.messages[0]?.text).toContain('lừa mẹ tôi');
    },
  },
  {
    name: 'a better value typed instead of an answer is taken and shown',
    turns: [
      ...BEGIN,
      ['hôm qua tôi bị lừa chuyển 2 triệu qua zalo cho người bán vé máy bay giả', 'tôi hiểu', '2.000.000đ'],
      ['không, 25 triệu', 'tôi hiểu', '25.000.000đ', 'tài khoản nào'],
      ['đúng', 'tài khoản nào'],
    ],
  },
  {
    name: '"sửa" under what was understood lists only that',
    turns: [
      ...BEGIN,
      ['hôm qua tôi bị lừa chuyển 2 triệu qua zalo cho người bán vé máy bay giả', 'tôi hiểu'],
      [{ tap: 'Sửa' }, '1. Thời gian', '2. Kênh', '3. Số tiền'],
      ['3', 'Sửa “Số tiền đã mất”'],
      ['2 triệu 3', 'Đã sửa', 'tài khoản nào'],
    ],
  },
  {
    name: '"sai rồi" asks which line; a category that was understood wrongly is chosen',
    turns: [
      ['tôi muốn báo bị lừa đảo', 'đồng ý'],
      ['ok', 'Loại việc: Bị lừa đảo mất tiền', '[Sửa]'],
      ['sai rồi', 'Bạn muốn báo việc gì?'],
      [{ tap: 'Mất tài khoản, SIM' }, '(1/'],
    ],
  },
  {
    name: '"có" under what was understood answers the question',
    turns: [
      ...BEGIN,
      [
        'hôm qua qua zalo tôi chuyển 2 triệu vào stk 0123456789 MB cho người bán vé giả, sđt 0912345678',
        '2.000.000đ',
        'Bạn có lỡ đưa',
      ],
      ['có', 'báo cho mình hay báo giúp'],
    ],
  },
  {
    name: 'not agreeing keeps nothing',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      [{ tap: 'Không đồng ý' }, 'không lưu gì'],
      ['menu', '[Gửi tin phản ánh]'],
    ],
  },
  {
    name: 'money just sent, told in the middle of a report, brings the card once and stays in the report',
    turns: [
      ...BEGIN,
      [
        'tôi vừa chuyển 15 triệu cho nó qua zalo, nó giả làm công an gọi tôi',
        '113',
        'vẫn được ghi vào tin phản ánh',
        'tôi hiểu',
        '15.000.000đ',
      ],
      ['đúng', /\(\d+\/\d+\)/],
    ],
  },
  {
    name: 'a life at stake stops the report; the draft is kept',
    turns: [
      ...BEGIN,
      ['tôi không muốn sống nữa', '[Gặp cán bộ ngay]'],
      [{ tap: 'Tôi tạm ổn rồi' }, 'Cần gì cứ nhắn'],
      ['viết tiếp', 'tin đang viết dở', '(1/'],
    ],
  },
];
