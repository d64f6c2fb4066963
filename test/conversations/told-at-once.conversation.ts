import { expect } from '@jest/globals';
import { TO_CATEGORY } from './begun-report.ts';
import type { ConversationTable } from './table.ts';

const EVERYTHING =
  'hôm qua tầm 9h tối có người nhắn zalo rủ làm nhiệm vụ shopee, em chuyển 3 lần tổng 12tr5 vào stk 19038887766554 techcombank NGUYEN THI HOA, giờ nó chặn em rồi, sđt nó 0912345678';

/** What people tell in one go, or before they are asked, is understood and not asked again. */
export const toldAtOnce: readonly ConversationTable[] = [
  {
    name: 'a whole story of fresh loss is answered with help first, and one tap reports it as it was told',
    turns: [
      [EVERYTHING, /[Đđ]ừng chuyển thêm/],
      ['báo tin ngay', 'Bạn đồng ý để bắt đầu chứ?'],
      ['dong y', '12.500.000đ', '19038887766554', '0912 345 678'],
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
    name: 'of what was lost, promised and demanded the loss counts, in whatever message it stands',
    turns: [
      ...TO_CATEGORY,
      [
        'nó rủ đầu tư trên mạng qua zalo, tôi mất 20 triệu, nó hứa trả 25 triệu',
        'Số tiền đã mất: 20.000.000đ',
        'khi nào',
      ],
      ['hôm qua, rồi nó còn đòi thêm 30 triệu nữa mới cho rút', /^(?![\s\S]*30\.000\.000)/],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Số tiền đã mất: 20.000.000đ'],
    ],
  },
  {
    name: 'of two amounts between which somebody wavers it is asked which',
    turns: [
      ...TO_CATEGORY,
      ['nó rủ đầu tư trên mạng, tôi chuyển 20 triệu hay 25 triệu gì đó', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['20 triệu hay 25 triệu', '20.000.000đ hay 25.000.000đ'],
      ['25 triệu', 'tài khoản nào'],
    ],
  },
  {
    name: 'money that was only demanded is no money lost, and the officer reads it so',
    turns: [
      ...TO_CATEGORY,
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
      ...TO_CATEGORY,
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
      ...TO_CATEGORY,
      [
        'có người nhắn zalo nói tôi trúng thưởng xe máy, bảo tôi chuyển 5 triệu tiền phí vào stk 0123456789 MB',
        'Số tiền đã mất: Chưa rõ đã mất (bị đòi 5.000.000đ)',
      ],
      ['hôm qua tôi ra ngân hàng chuyển cho họ rồi về thì bị chặn', 'Số tiền đã mất: 5.000.000đ'],
      ['đúng', /^(?![\s\S]*Số tiền)/],
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
    name: '"không phải facebook, zalo cơ" sets the channel right',
    turns: [
      ...TO_CATEGORY,
      ['thằng hàng xóm mượn facebook của tôi rồi nó đăng bậy bạ nói xấu cả nhà tôi', 'Facebook', 'khi nào'],
      ['không phải facebook, zalo cơ', 'Zalo', 'khi nào'],
      ['hôm kia', /\(2\/\d+\)/],
    ],
  },
  {
    name: 'a question at the wish is answered, "gửi" leads on to what is needed',
    turns: [
      ...TO_CATEGORY,
      ['nhà bên cạnh có nhiều chuyện lạ trên mạng mà tôi thấy cần nói với công an', 'khi nào'],
      ['không nhớ', 'ở đâu'],
      ['tối qua', 'Còn về nơi', 'ở đâu'],
      ['ngoài đồng', 'số điện thoại, đường link'],
      ['bao lâu thì có kết quả', 'Nguồn:', 'số điện thoại, đường link'],
      ['gửi', 'liên hệ lại'],
      ['2', 'Bạn xem lại', 'ngoài đồng'],
    ],
  },
];
