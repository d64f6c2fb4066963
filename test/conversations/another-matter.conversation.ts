import { expect } from '@jest/globals';
import { BEGIN, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';
import { storyOf } from './urgent-report.ts';

const OTHER = 'à còn vụ khác nữa, hôm trước có người giả điện lực gọi đòi cắt điện nhà tôi';
const KEPT = 'một tin riêng';

const MIDDLE: readonly Turn[] = [...BEGIN, ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào']];

/** In the middle of a report somebody plainly tells of another one. */
export const anotherMatter: readonly ConversationTable[] = [
  {
    name: 'it is set aside, said, and offered as a report of its own as soon as this one is sent',
    turns: [
      ...MIDDLE,
      [OTHER, KEPT, 'giữ lời bạn kể', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['gửi luôn', 'liên hệ lại'],
      ['2', 'Bạn xem lại', /^(?![\s\S]*điện lực)/],
      ['gửi', 'Mã hồ sơ', 'báo tiếp việc kia', 'đồng ý'],
      ['ok', 'tôi hiểu'],
      ['gửi luôn', /./],
      ['gọi điện', 'liên hệ lại'],
      ['2', 'Bạn xem lại', 'giả điện lực'],
    ],
    report: (report) => {
      expect(storyOf(report)).not.toContain('điện lực');
    },
  },
  ...['em muốn báo thêm một vụ khác', 'còn một vụ nữa', 'à em còn chuyện khác nữa'].map(
    (says): ConversationTable => ({
      name: `"${says}" is a wish for after this report`,
      turns: [
        ...TO_SUMMARY,
        [says, KEPT, 'Bạn xem lại', /^(?![\s\S]*Đã ghi thêm)/],
        ['gửi', 'Mã hồ sơ', 'báo tiếp việc kia', 'đồng ý'],
        ['ok', 'việc gì'],
      ],
      reports: 1,
    }),
  ),
  {
    name: 'where a life is at stake help comes at once, and the words wait for a report of their own',
    turns: [
      ...TO_SUMMARY,
      ['à còn vụ khác nữa, hôm trước con tôi bị dụ gửi ảnh', '111', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'tin đang viết dở'],
      ['gửi luôn', 'Bạn xem lại', /^(?![\s\S]*bị dụ)/],
      ['gửi', 'Mã hồ sơ', 'báo tiếp việc kia', 'đồng ý'],
    ],
    report: (report) => {
      expect(storyOf(report)).not.toContain('bị dụ');
    },
  },
  {
    name: 'who gives this report up is not made to tell the other again',
    turns: [
      ...MIDDLE,
      [OTHER, KEPT],
      ['hủy', 'bỏ hẳn tin này'],
      [{ tap: 'Bỏ hẳn' }, 'Đã bỏ', 'báo tiếp việc kia', 'đồng ý'],
      ['ok', 'Có người mạo danh'],
    ],
  },
  ...[
    'còn chuyện khác nữa là nó đòi tôi chuyển thêm hai lần tiền phí',
    'lúc sau nó lái sang chuyện khác rồi tắt máy luôn không nghe nữa',
    'không có vụ khác nào cả chỉ có lần này tôi mua máy lọc nước thôi',
  ].map((says): ConversationTable => ({
    name: `"${says}" belongs to this report`,
    turns: [...TO_SUMMARY, [says, 'Đã ghi thêm vào lời kể', says]],
  })),
];
