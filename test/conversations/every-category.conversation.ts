import { expect } from '@jest/globals';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Category } from '../../reports/report.ts';
import type { ConversationTable, Turn } from './table.ts';

const PAGES: readonly (readonly Category[])[] = [
  ['C01', 'C02', 'C03', 'C04'],
  ['C06', 'C07', 'C08', 'C09'],
  ['C05', 'C10', 'C11', 'C12'],
  ['C13', 'C14', 'C15', 'C99'],
];

const turnPages = (count: number): Turn[] =>
  Array.from({ length: count }, () => [{ tap: 'Xem thêm loại khác' }, 'Các loại khác']);

/** In haste: the story and what is needed, nothing else. */
export const everyCategory: readonly ConversationTable[] = PAGES.flatMap((categories, page) =>
  categories.map((category) => ({
    name: `${category} ${CATEGORY_INFO[category].name}`,
    turns: [
      ['menu', '[Gửi tin phản ánh]'],
      [{ tap: 'Gửi tin phản ánh' }, 'đồng ý'],
      ['đồng ý', 'việc gì'],
      ...turnPages(page),
      [{ tap: CATEGORY_INFO[category].button }, '(1/'],
      ['hàng xóm của tôi kể lại một chuyện lạ mà tôi thấy cần nói ra đây', '(2/'],
      ['gửi luôn', /\(\d+\/\d+\)/],
      ['không nhớ', /\(\d+\/\d+\)/],
      ['không nhớ', 'liên hệ lại'],
      ['tôi muốn ẩn danh', 'Bạn xem lại', CATEGORY_INFO[category].name],
      ['gửi', 'Mã hồ sơ', 'thông tin phản ánh ban đầu'],
    ],
    report: (report) => {
      expect(report.category).toBe(category);
      expect(report.reporter.anonymous).toBe(true);
      expect(report.answers.map(({ question }) => question)).toEqual(
        expect.arrayContaining(['what', 'when', 'where']),
      );
    },
  })),
);
