import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import { TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

const answerTo = (report: Report, question: string): string =>
  report.answers.find((answer) => answer.question === question)?.text ?? '';

const IMPOSTOR =
  'có người tự xưng là công an phường gọi điện nói tôi liên quan đường dây ma túy, bắt tôi khai thông tin cá nhân';

/** People tell on when a yes, a no or a choice was asked; nothing of it is lost and nothing is asked for its sake. */
export const storiesAnywhere: readonly ConversationTable[] = [
  {
    name: 'a category guessed from the first words is guessed anew from the story',
    turns: [
      ['tôi muốn báo bị lừa đảo', 'đồng ý'],
      ['ok', 'Bị lừa đảo mất tiền', '(1/'],
      [IMPOSTOR, 'Loại việc: Có người mạo danh', 'Gọi điện', 'khi nào'],
      ['đúng', 'khi nào'],
      ['hôm qua', /\(\d\/\d+\)/],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.category).toBe('C02');
      expect(answerTo(report, 'what')).toContain(IMPOSTOR);
    },
  },
  {
    name: '"đúng" with the story behind it is a story, also at a question with choices',
    turns: [
      ['tôi muốn báo bị lừa đảo', 'đồng ý'],
      ['ok', '(1/'],
      ['đúng rồi, họ bảo tôi đặt cọc 3 triệu mua xe máy cũ rồi chặn số luôn', '3.000.000đ', 'khi nào'],
      ['đúng, mà họ còn hẹn tôi ra chợ huyện rồi không tới', 'Đã ghi thêm', 'khi nào'],
      ['gửi luôn', 'khi nào'],
      ['không nhớ', 'qua đâu'],
      ['facebook', 'liên hệ lại'],
      ['2', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(answerTo(report, 'what')).toContain('đặt cọc 3 triệu');
      expect(answerTo(report, 'what')).toContain('ra chợ huyện');
      expect(answerTo(report, 'money')).toBe('3.000.000đ');
    },
  },
  {
    name: 'a story at a question with choices is kept, and the question comes again',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      ['ok', 'việc gì'],
      ['1', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['tối qua lúc 9 giờ họ nhắn cho tôi hẹn giao hàng ở đầu xóm', 'qua đâu'],
      [
        'lúc đầu bên bán tỏ ra rất tử tế, nói hàng còn nhiều, có bảo hành và bao đổi trả trong một tuần',
        'Đã ghi thêm vào lời kể',
        'qua đâu',
      ],
      ['zalo', 'bao nhiêu tiền'],
      ['500k', 'tài khoản nào'],
      ['bỏ qua', 'Bạn có lỡ đưa'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      const what = answerTo(report, 'what');
      expect(what).toContain('hẹn giao hàng ở đầu xóm');
      expect(what).toContain('bao đổi trả');
      expect(answerTo(report, 'when')).toContain('21/11/2026');
      expect(answerTo(report, 'where')).toBe('Zalo');
    },
  },
  {
    name: 'a number where it is asked how to be reached means: call me there',
    turns: [
      ...TO_SUMMARY.slice(0, -1),
      ['0987654321', 'Bạn xem lại', '0987 654 321', 'Gọi điện cho tôi'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.reporter).toMatchObject({ anonymous: false, phone: '0987 654 321' });
      expect(report.indicators).toEqual([]);
    },
  },
  {
    name: 'urgent words at the summary bring the card first, also hours after another one, then the summary comes again',
    turns: [
      ['tôi vừa chuyển tiền cho nó', 'Đừng chuyển thêm'],
      [{ waitsMinutes: 60 }],
      ['menu', '[Gửi tin phản ánh]'],
      ...TO_SUMMARY,
      [
        'tôi vừa chuyển tiền thêm cho nó 5 triệu nữa rồi',
        'Đừng chuyển thêm',
        'vẫn được ghi vào tin phản ánh',
        'Bạn xem lại',
      ],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(answerTo(report, 'what')).toContain('thêm cho nó 5 triệu');
      expect(report.urgency).toBe('P1');
    },
    check: ({ caseFile }) => {
      expect(caseFile.alerts.map(({ kind }) => kind)).toEqual(['card', 'card', 'report']);
    },
  },
  {
    name: 'urgent words behind a yes are heard too',
    turns: [
      ['tôi muốn báo bị lừa đảo', 'đồng ý'],
      ['ok', '(1/'],
      ['đúng rồi, tôi vừa chuyển tiền cho nó xong', 'Đừng chuyển thêm', 'vẫn được ghi'],
    ],
  },
  {
    name: 'a story told while an older draft waits is not lost',
    turns: [
      ...TO_SUMMARY.slice(0, 4),
      ['để sau', '7 ngày'],
      ['tôi muốn báo công an', 'viết tiếp tin đó, hay viết tin mới'],
      ['hôm nay có thằng gọi số 0912345678 đòi nợ tôi mà tôi không vay gì', '[Viết tin mới]'],
      [{ tap: 'Viết tin mới' }, 'đồng ý'],
      ['ok', /đòi nợ|vay|việc gì|tôi hiểu/i],
    ],
  },
  {
    name: 'who answers is said at the start and after hours, not each time',
    turns: [
      ['mã otp là gì', 'Đây là trợ lý tự động', 'Nguồn:'],
      ['wifi công cộng có an toàn không', /^(?![\s\S]*Đây là trợ lý tự động)[\s\S]*Nguồn:/],
      ['xin chào', /^(?![\s\S]*Đây là trợ lý tự động)/],
      [{ waitsMinutes: 7 * 60 }],
      ['mã otp là gì', 'Đây là trợ lý tự động'],
    ],
  },
];
