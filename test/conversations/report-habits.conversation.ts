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
];
