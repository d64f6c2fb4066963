import { expect } from '@jest/globals';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

/** Something comes in between: another day, a question, an emergency. The report goes on where it stood. */
export const reportInterrupted: readonly ConversationTable[] = [
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
