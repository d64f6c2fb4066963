import { expect } from '@jest/globals';
import type { ConversationTable } from './table.ts';

export const reportC06: readonly ConversationTable[] = [
  {
    name: 'false news with its link: the link is the place and a trace',
    turns: [
      ['menu', '[Gửi tin phản ánh]'],
      [{ tap: 'Gửi tin phản ánh' }, 'đồng ý'],
      [{ tap: 'Đồng ý, bắt đầu' }, '[Xem thêm loại khác]'],
      [{ tap: 'Xem thêm loại khác' }, '[Tin giả]'],
      [{ tap: 'Tin giả' }, 'xin đừng chia sẻ lại', 'Nội dung đó nói gì'],
      [
        'trang này nói xã mình vỡ đập, không đúng, ai cũng hoảng: https://tin-nong.top/vo-dap',
        'tôi hiểu',
        'tin-nong.top/vo-dap',
        'thấy tin đó khi nào',
      ],
      ['chiều qua', 'Ai đăng'],
      ['nhóm chợ quê', 'lan rộng đến đâu'],
      ['nhiều người chia sẻ', 'ảnh chụp màn hình'],
      [{ sends: ['man-hinh.jpg'] }, 'Đã nhận 1 ảnh', 'liên hệ lại'],
      [{ tap: 'Tôi muốn ẩn danh' }, 'không lưu tên', 'Bạn xem lại', 'Chứng cứ: 1 ảnh'],
      [{ tap: 'Gửi tin' }, 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.category).toBe('C06');
      expect(report.evidence).toHaveLength(1);
      expect(report.indicators.map(({ value }) => value)).toContain('tin-nong.top/vo-dap');
      expect(report.reporter.anonymous).toBe(true);
    },
  },
  {
    name: 'a wish to report false news unnamed opens the report, and says that it may be unnamed',
    decidedBy: 'chain',
    turns: [
      ['tôi muốn báo tin giả ẩn danh', 'bạn báo ẩn danh được', 'Bạn đồng ý để bắt đầu chứ?', '[Báo ẩn danh]'],
      [{ tap: 'Báo ẩn danh' }, 'không lưu tên và số điện thoại', 'Loại việc: Tin giả', 'Nội dung đó nói gì'],
      ['có người đăng trên nhóm zalo là sắp vỡ đập, cả xã hoang mang, không có thật', 'Bạn thấy'],
      ['gửi luôn', /Bạn thấy|Bạn xem lại/],
    ],
  },
];
