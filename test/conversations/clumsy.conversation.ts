import { expect } from '@jest/globals';
import { BEGIN, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

/** People who tell in pieces, send photos first, change their mind, or ask once more. */
export const clumsy: readonly ConversationTable[] = [
  {
    name: 'photos that came before urgent words go into the report',
    turns: [
      [{ sends: ['1.jpg', '2.jpg'] }, 'Đã nhận 2 ảnh'],
      ['em vừa chuyển 15tr cho nó rồi làm sao', 'Đừng chuyển thêm'],
      ['báo tin ngay', 'Bạn đồng ý để bắt đầu chứ?'],
      ['đồng ý', /./],
      ['mua hàng trên mạng bị lừa, hôm qua, qua zalo', /./],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại', 'Chứng cứ: 2 ảnh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.evidence).toHaveLength(2);
    },
  },
  {
    name: 'an amount told where the bank is asked for is not asked again',
    turns: [
      ['em vừa chuyển tiền cho nó rồi', 'ngân hàng nào'],
      ['15 triệu', 'số tiền 15.000.000đ'],
      ['báo tin ngay', 'Bạn đồng ý'],
      ['đồng ý', '15.000.000đ'],
    ],
  },
  {
    name: 'who paid from a wallet is told so under the card too',
    turns: [
      ['em vừa chuyển tiền cho nó rồi', 'ngân hàng nào'],
      ['15 triệu', 'Gọi xong'],
      ['em chuyển qua momo', 'tổng đài ghi trong ứng dụng ví'],
    ],
  },
  {
    name: 'who asks once more under the card is told once more what to do',
    turns: [
      ['em vừa chuyển tiền cho nó rồi', 'ngân hàng nào'],
      ['agribank', 'GỌI NGAY Agribank'],
      ['giờ sao', 'Đừng chuyển thêm', '[Báo tin ngay]'],
    ],
  },
  {
    name: '"they forbid me to tell the police" is no wish to report',
    turns: [
      ['con tôi bị bắt cóc, nó đòi chuộc 150 triệu', 'Gọi 113'],
      ['nó không cho báo công an', /^(?![\s\S]*Bạn đồng ý)[\s\S]*\[Báo tin ngay\]/],
      ['tôi phải chuyển không', 'Gọi 113', '[Báo tin ngay]'],
      ['báo công an', 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'what is told instead of consent is kept, however short',
    turns: [
      ['tôi muốn báo công an', 'Bạn đồng ý'],
      ['sáng nay', 'Đã giữ lời bạn vừa kể'],
      ['4 triệu rưỡi', 'Đã giữ lời bạn vừa kể'],
      ['đồng ý', 'việc gì'],
      ['1', '4.500.000đ', '22/11/2026'],
    ],
  },
  {
    name: 'a change of mind begins with a sigh',
    turns: [
      ...BEGIN,
      ['thôi hủy', 'Bạn muốn bỏ hẳn tin này'],
      ['à không viết tiếp', '(1/'],
      ['ủa khoan đã', 'bạn cứ từ từ'],
      ['thôi để sau', 'Tin được giữ 7 ngày'],
    ],
  },
  {
    name: 'whoever hesitates before sending is given the time',
    turns: [...TO_SUMMARY, ['khoan đã', 'bạn cứ từ từ'], ['gửi đi', 'Mã hồ sơ']],
    reports: 1,
  },
  {
    name: 'a call is answered like a greeting',
    turns: [
      ['chị ơi', 'Chào bạn'],
      ['cán bộ ơi cho em hỏi', 'Bạn cần gì?'],
    ],
  },
  {
    name: 'what answers another question is told, and no answer to the open one',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['chuyen 2 lan moi lan 7tr', 'Đã ghi thêm', '14.000.000đ (cộng 2 lần)', 'qua đâu'],
      ['zalo', 'tài khoản nào'],
      ['dạ tầm 3 giờ chiều', 'Đã ghi thêm', 'tài khoản nào'],
      ['0123456789 mb', 'Bạn có lỡ đưa'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại', 'Zalo', '0123456789'],
    ],
  },
  {
    name: 'a photo and what it shows begin the report together',
    decidedBy: 'chain',
    turns: [
      [{ sends: ['a.jpg'] }, 'Đã nhận 1 ảnh'],
      ['mẹ em bị người ta gọi nói trúng thưởng xe sh', 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'another bank is named under the card, with a correction before it',
    turns: [
      ['em vừa chuyển tiền cho nó rồi', 'ngân hàng nào'],
      ['techcombank', 'GỌI NGAY Techcombank'],
      ['ủa không phải, vietcombank', 'GỌI NGAY Vietcombank'],
    ],
  },
  {
    name: 'who asks to report under a card without a form gets one',
    decidedBy: 'chain',
    turns: [
      ['em không muốn sống nữa', '115'],
      ['em muốn báo công an', 'Bạn đồng ý để bắt đầu chứ?'],
    ],
  },
  {
    name: 'a piece of the story instead of consent is kept, and not answered with an article',
    decidedBy: 'chain',
    turns: [
      ['tôi muốn báo công an', 'Bạn đồng ý'],
      ['co thang goi dien noi la dien luc', /^Đã giữ lời bạn vừa kể/],
      ['bao lâu có kết quả', 'Giờ ta làm tiếp', 'Bạn đồng ý'],
    ],
  },
  {
    name: '"đúng rồi" is no place',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['đúng rồi', 'Bạn chọn một mục', 'qua đâu'],
    ],
  },
  {
    name: 'a page on Facebook is no time',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['qua facebook', 'khi nào'],
      ['facebook.com/hoanguyen88', 'Dấu vết', 'khi nào'],
      ['hôm qua', /^(?![\s\S]*khi nào)/],
    ],
  },
];
