import { expect } from '@jest/globals';
import { reportOf } from '../reports/report-builder.ts';
import type { ConversationTable, Turn } from './table.ts';

const EVERYTHING =
  'hôm qua tầm 9h tối có người nhắn zalo rủ làm nhiệm vụ shopee, em chuyển 3 lần tổng 12tr5 vào stk 19038887766554 techcombank NGUYEN THI HOA, giờ nó chặn em rồi, sđt nó 0912345678';

const TO_QUESTION: readonly Turn[] = [
  ['tôi muốn báo công an', 'đồng ý'],
  ['ok', 'việc gì'],
];

/** People who are afraid, old, young or angry, as they write. */
export const frightened: readonly ConversationTable[] = [
  {
    name: 'a whole story of fresh loss is answered with help first, and one tap reports it as it was told',
    turns: [
      [EVERYTHING, /[Đđ]ừng chuyển thêm/],
      ['báo tin ngay', 'Bạn đồng ý để bắt đầu chứ?'],
      ['dong y', '12.500.000đ', '19038887766554', '0912 345 678'],
    ],
  },
  {
    name: 'who does not want to wake up any more is heard under another card too, in whatever words',
    decidedBy: 'chain',
    turns: [
      ['tôi vừa chuyển tiền cho bọn lừa đảo', /[Đđ]ừng chuyển thêm/],
      ['em hông muốn thức dậy nữa', 'Bạn đừng ở một mình lúc này'],
    ],
  },
  {
    name: 'a whole story out of the blue begins the report, and nothing of it is asked again',
    decidedBy: 'rules',
    turns: [
      [EVERYTHING, 'đừng chuyển thêm', 'Bạn đồng ý để bắt đầu chứ?'],
      [
        'dong y',
        'gọi ngay số in ở mặt sau thẻ',
        'Bị lừa đảo mất tiền',
        '12.500.000đ',
        '19038887766554',
        '0912 345 678',
        'Bạn có lỡ đưa',
      ],
      ['không, 13 triệu', '13.000.000đ', 'Bạn có lỡ đưa'],
      ['khong co gi', 'báo cho mình'],
      ['gửi', 'liên hệ lại'],
      ['goi dien cho toi', 'tên và số điện thoại'],
      ['Hoa 0987654321', 'Bạn xem lại', 'Họ tên: Hoa'],
      ['gui', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.answers.find(({ question }) => question === 'money')?.text).toBe('13.000.000đ');
      expect(report.reporter).toMatchObject({ name: 'Hoa', phone: '0987 654 321' });
    },
  },
  {
    name: 'a loss told with numbers begins the report, and is not taken for a wish to have them checked',
    turns: [
      [
        'hôm qua tôi bị lừa 15tr, chuyển vào stk 0123456789 MB, số nó 0912345678, qua zalo',
        'đừng chuyển thêm',
        /^(?![\s\S]*chưa có thông tin)[\s\S]*Bạn đồng ý để bắt đầu chứ/,
      ],
      ['đồng ý', '15.000.000đ', '0123456789', '0912 345 678', 'Zalo'],
    ],
  },
  {
    name: 'a wish to have numbers checked is done, also when money is named',
    turns: [
      [
        'kiểm tra số 0912345678 với stk 0123456789 MB, họ bảo tôi chuyển 15tr tiền cọc mua xe',
        'chưa có thông tin',
        '[Kiểm tra nữa]',
      ],
    ],
  },
  {
    name: 'a question about such a matter is no report',
    decidedBy: 'rules',
    turns: [
      [
        'có người nhắn zalo rủ làm nhiệm vụ, bảo chuyển 2 triệu vào stk 19038887766554 techcombank, như vậy có phải lừa đảo không',
        /^(?![\s\S]*Bạn đồng ý)/,
      ],
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
    name: '"không phải facebook, zalo cơ" sets the channel right',
    turns: [
      ...TO_QUESTION,
      ['thằng hàng xóm mượn facebook của tôi rồi nó đăng bậy bạ nói xấu cả nhà tôi', 'Facebook', 'khi nào'],
      ['không phải facebook, zalo cơ', 'Zalo', 'khi nào'],
      ['hôm kia', /\(2\/\d+\)/],
    ],
  },
  {
    name: 'a question at the wish is answered, "gửi" leads on to what is needed',
    turns: [
      ...TO_QUESTION,
      ['nhà bên cạnh có nhiều chuyện lạ trên mạng mà tôi thấy cần nói với công an', 'khi nào'],
      ['không nhớ', 'ở đâu'],
      ['tối qua', 'câu này hỏi về nơi', 'ở đâu'],
      ['ngoài đồng', 'số điện thoại, đường link'],
      ['bao lâu thì có kết quả', 'Nguồn:', 'số điện thoại, đường link'],
      ['gửi', 'liên hệ lại'],
      ['2', 'Bạn xem lại', 'ngoài đồng'],
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
    name: 'no bank to call: the wallet is named, and "báo công an" at the bank begins the report',
    turns: [
      ['tôi vừa chuyển 2 triệu cho nó', 'ngân hàng nào'],
      ['không qua ngân hàng', 'tổng đài ghi trong ứng dụng ví', /^(?![\s\S]*Gọi xong)/, '[Báo tin ngay]'],
      [{ tap: 'Ngân hàng khác' }, 'ngân hàng nào'],
      ['báo công an', 'Bạn đồng ý để bắt đầu chứ?'],
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
    name: 'money that was only demanded is no money lost, and the officer reads it so',
    turns: [
      ...TO_QUESTION,
      [
        'có người nhắn zalo hôm qua nói tôi trúng thưởng, đòi tôi chuyển 20 triệu tiền phí nhưng tôi không chuyển',
        'Số tiền đã mất: Chưa mất (bị đòi 20.000.000đ)',
      ],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Số tiền đã mất: Chưa mất (bị đòi 20.000.000đ)'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      const money = report.answers.find(({ question }) => question === 'money');
      expect(money?.text).toBe('Chưa mất (bị đòi 20.000.000đ)');
    },
  },
  {
    name: 'told to pay, and whether it was paid is told later, or set right',
    turns: [
      ...TO_QUESTION,
      [
        'có người nhắn zalo hôm qua nói tôi trúng thưởng xe máy, bảo tôi chuyển 5 triệu tiền phí vào stk 0123456789 MB',
        'Số tiền đã mất: Chưa rõ đã mất (bị đòi 5.000.000đ)',
      ],
      ['không, 6 triệu', 'Số tiền đã mất: 6.000.000đ'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Số tiền đã mất: 6.000.000đ'],
    ],
  },
  {
    name: 'told to pay, and that it was paid is told behind it',
    turns: [
      ...TO_QUESTION,
      [
        'có người nhắn zalo nói tôi trúng thưởng xe máy, bảo tôi chuyển 5 triệu tiền phí vào stk 0123456789 MB',
        'Số tiền đã mất: Chưa rõ đã mất (bị đòi 5.000.000đ)',
      ],
      ['hôm qua tôi ra ngân hàng chuyển cho họ rồi về thì bị chặn', 'Số tiền đã mất: 5.000.000đ'],
      ['đúng', /^(?![\s\S]*Số tiền)/],
    ],
  },
  {
    name: 'an old woman in her own words, and a line corrected in the middle',
    turns: [
      ...TO_QUESTION,
      ['bà bị nó gọi điện lừa, chuyển 50 triệu hôm qua mà bà chỉ nhớ có vậy', '50.000.000đ', 'tài khoản nào'],
      ['không nhớ', /^(?![\s\S]*tôi hiểu)[\s\S]*đưa cho họ/],
      ['sửa số tiền', 'Sửa “Số tiền đã mất”'],
      ['40 triệu', 'Đã sửa', 'đưa cho họ'],
      ['gửi luôn', 'liên hệ lại'],
      ['gọi điện cho bà nhé', 'tên và số điện thoại'],
      ['bà Sáu 0987654321', 'Họ tên: bà Sáu', '40.000.000đ'],
    ],
  },
  {
    name: 'words before the consent are kept, and the long text is not said twice',
    turns: [
      ['tôi muốn báo công an', 'Đọc toàn văn'],
      [
        'nó lừa tôi mua xe máy cũ rồi biến mất không giao xe',
        /^(?![\s\S]*Đọc toàn văn)[\s\S]*Chưa gửi gì đi đâu cả/,
      ],
      ['đồng ý', 'Bị lừa đảo', 'khi nào'],
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
];
