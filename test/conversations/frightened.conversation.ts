import { expect } from '@jest/globals';
import { reportOf } from '../reports/report-builder.ts';
import { TO_CATEGORY } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

/** People who are afraid, old, young or angry, as they write. */
export const frightened: readonly ConversationTable[] = [
  {
    name: 'who does not want to wake up any more is heard under another card too, in whatever words',
    decidedBy: 'chain',
    turns: [
      ['tôi vừa chuyển tiền cho bọn lừa đảo', /[Đđ]ừng chuyển thêm/],
      ['em hông muốn thức dậy nữa', 'Bạn đừng ở một mình lúc này'],
    ],
  },
  {
    name: 'a girl of fifteen who is afraid is answered with kindness, not with an article, and help stays in reach',
    turns: [
      [
        'em 15 tuổi, nó có ảnh nóng của em, tống tiền em 2 triệu không thì gửi cho bố mẹ em',
        '[Báo tin ngay]',
      ],
      ['em sợ bố mẹ biết lắm', 'không có lỗi', '[Báo tin ngay]'],
      ['giờ em chỉ muốn trốn đi đâu thôi', 'không có lỗi', '[Gặp cán bộ ngay]'],
      ['mã otp là gì', 'Nguồn:'],
      [{ tapOld: 'Báo tin ngay' }, 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'an old button of an emergency still brings a person',
    turns: [
      ['tôi không muốn sống nữa', '[Gặp cán bộ ngay]'],
      ['không ai giúp được tôi đâu', 'có người cùng gánh', '115'],
      ['menu', '[Gặp cán bộ]'],
      [{ tapOld: 'Gặp cán bộ ngay' }, 'Đã báo cán bộ'],
    ],
    check: ({ caseFile }) => {
      expect([...caseFile.handovers.values()].map(({ urgent }) => urgent)).toEqual([true]);
    },
  },
  {
    name: 'whoever asks angrily why nothing happens is shown how their report stands',
    before: (phone) => {
      const reporter = { ...reportOf().reporter, key: phone.residentKey };
      const report = reportOf({ code: '5P7C-3WF6', reporter });
      phone.caseFile.reports.set(report.id, report);
      return Promise.resolve();
    },
    turns: [
      [
        'tôi gửi đơn cả tuần rồi sao không ai làm gì hết vậy?????',
        'Xin lỗi bạn',
        'Hồ sơ 5P7C-3WF6',
        '“cán bộ”',
      ],
      ['menu', '[Xem hồ sơ đã gửi]'],
      ['chúng mày làm ăn kiểu gì thế', 'Xin lỗi bạn', 'Hồ sơ 5P7C-3WF6'],
    ],
    reports: 1,
  },
  {
    name: 'with no report here the angry are told how to find it',
    turns: [
      ['bao lâu rồi mà chưa thấy công an giải quyết gì', 'Xin lỗi bạn', '[Tra bằng mã]', '[Gặp cán bộ]'],
    ],
  },
  {
    name: 'panic under the card of a child in danger brings no card about a bank',
    turns: [
      ['con trai em 12 tuổi bị người lạ dụ dỗ gửi ảnh trên mạng', '111', '[Báo tin ngay]'],
      ['em phải làm sao đây em run quá', /^(?![\s\S]*ngân hàng)[\s\S]*không có lỗi/, '[Báo tin ngay]'],
      ['ok', 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: '"có" to the offer of a person brings one',
    turns: [
      ['tôi không muốn sống nữa', 'nhắn với cán bộ ngay bây giờ không'],
      ['có', 'Đã báo cán bộ'],
    ],
  },
  {
    name: 'an old woman in her own words, and a line corrected in the middle',
    turns: [
      ...TO_CATEGORY,
      ['bà bị nó gọi điện lừa, chuyển 50 triệu hôm qua mà bà chỉ nhớ có vậy', '50.000.000đ', 'tài khoản nào'],
      ['không nhớ', /^(?![\s\S]*tôi hiểu)[\s\S]*đưa cho họ/],
      ['sửa số tiền', 'Sửa “Số tiền đã mất”'],
      ['40 triệu', 'Đã sửa', 'đưa cho họ'],
      ['gửi luôn', 'liên hệ lại'],
      ['gọi điện cho bà nhé', 'tên và số điện thoại'],
      ['bà Sáu 0987654321', 'Họ tên: bà Sáu', '40.000.000đ'],
    ],
  },
];
