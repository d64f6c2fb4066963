import { expect } from '@jest/globals';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';

/** A report that has come to the question for files. */
const TO_THE_FILES: readonly Turn[] = [
  ...BEGIN,
  ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
  ['hôm qua', 'qua đâu'],
  ['zalo', 'bao nhiêu'],
  ['500k', 'tài khoản nào'],
  ['bỏ qua', 'đưa cho họ'],
  ['bỏ qua', 'ảnh chụp màn hình'],
];

/** From the question whether to agree to how the resident wants to be reached, in haste. */
const TO_THE_CONTACT: readonly Turn[] = [
  ['ok', 'việc gì'],
  ['1', '(1/'],
  ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
  ['hôm qua', 'qua đâu'],
  ['zalo', 'bao nhiêu'],
  ['gửi luôn', 'liên hệ lại'],
];

const files = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) => `${index + from}.jpg`);

/** One report takes sixty files. */
const TOO_MANY: readonly ConversationTable[] = [
  {
    name: 'more photos than a report takes, sent before it began: it is sent with as many as it takes',
    turns: [
      [{ sends: files(40) }, 'Đã nhận 40 ảnh. Bạn muốn dùng vào việc gì?'],
      [
        { sends: files(30, 41) },
        'Đã nhận 20 ảnh. Mỗi tin nhận tối đa 60 tệp, 10 tệp vừa gửi chưa được nhận. Bạn muốn dùng',
      ],
      [{ sends: files(5, 71) }, 'Mỗi tin nhận tối đa 60 tệp, 5 tệp vừa gửi chưa được nhận. Bạn muốn dùng'],
      [{ tap: 'Gửi tin phản ánh' }, 'đồng ý'],
      ...TO_THE_CONTACT,
      ['3', 'Chứng cứ: 60 ảnh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.evidence.map(({ name }) => name)).toEqual(files(60));
    },
  },
  {
    name: 'under an urgent card as well',
    turns: [
      ['tôi vừa chuyển tiền cho nó', 'ngân hàng nào'],
      [{ sends: files(50) }, 'Đã nhận 50 ảnh.'],
      [
        { sends: files(50, 51) },
        'Đã nhận 10 ảnh. Mỗi tin nhận tối đa 60 tệp, 40 tệp vừa gửi chưa được nhận.',
      ],
      ['vcb', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', '(1/'],
      ['nó bảo chuyển tiền cọc rồi chặn tôi luôn', 'qua đâu'],
      ['zalo', /./],
      ['gửi luôn', 'liên hệ lại'],
      ['3', 'Chứng cứ: 60 ảnh'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.evidence).toHaveLength(60);
    },
  },
  {
    name: 'a draft goes on with as many of the new photos as there is room for',
    turns: [
      ...BEGIN,
      [{ sends: files(50) }, 'Đã nhận 50 ảnh'],
      ['menu', 'viết dở'],
      [{ sends: files(20, 51) }, 'Đã nhận 20 ảnh'],
      [{ tap: 'Gửi tin phản ánh' }, 'viết dở'],
      [{ tap: 'Viết tiếp' }, 'Mỗi tin nhận tối đa 60 tệp, 10 tệp vừa gửi chưa được nhận.', '(1/'],
      [{ sends: files(3, 71) }, 'Mỗi tin nhận tối đa 60 tệp, 3 tệp vừa gửi chưa được nhận.'],
    ],
  },
];

export const evidence: readonly ConversationTable[] = [
  ...TOO_MANY,
  {
    name: 'files are taken at every step, several at once, and the failed one is named',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      [{ sends: ['truoc-dong-y.jpg'] }, 'Đã nhận 1 ảnh', 'Bạn đồng ý để bắt đầu chứ?'],
      ['ok', 'việc gì'],
      [{ sends: ['loai.jpg'] }, 'Đã nhận 1 ảnh', 'Bạn muốn báo việc gì?'],
      ['1', '(1/'],
      [
        { sends: ['a.jpg', 'b.jpg', '!video-dai.mp4'] },
        'Đã nhận 2 ảnh',
        'Chưa tải được: video-dai.mp4',
        '(1/',
      ],
      [
        { sends: ['c.jpg'], text: 'mua hàng trên mạng bị lừa không giao hàng cho tôi' },
        'Đã nhận 1 ảnh',
        'khi nào',
      ],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['500k', 'tài khoản nào'],
      ['gửi luôn', 'liên hệ lại'],
      ['3', 'Bạn xem lại', 'Chứng cứ: 5 ảnh; chưa tải được: video-dai.mp4'],
      [{ sends: ['cuoi.jpg'] }, 'Đã nhận 1 ảnh', 'Chứng cứ: 6 ảnh; chưa tải được'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.evidence.map(({ name }) => name)).toEqual([
        'truoc-dong-y.jpg', 'loai.jpg', 'a.jpg', 'b.jpg', 'video-dai.mp4', 'c.jpg', 'cuoi.jpg',
      ]); // prettier-ignore
      expect(report.evidence.filter(({ state }) => state === 'failed')).toHaveLength(1);
      expect(report.evidence[0]?.arrivedAt).toBeInstanceOf(Date);
    },
  },
  {
    name: 'photos out of the blue are asked about and begin a report',
    turns: [
      [{ sends: ['bien-lai.jpg', 'chat.jpg'] }, 'Đã nhận 2 ảnh', 'dùng vào việc gì', '[Gửi tin phản ánh]'],
      [{ sends: ['them.jpg'] }, 'Đã nhận 1 ảnh'],
      [{ tap: 'Gửi tin phản ánh' }, 'đồng ý'],
      ...TO_THE_CONTACT,
      ['3', 'Chứng cứ: 3 ảnh'],
    ],
  },
  {
    name: 'photos after a report was sent can be added to it',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu'],
      ['gửi luôn', 'liên hệ lại'],
      ['3', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
      [{ sends: ['sau.jpg'] }, '[Thêm vào hồ sơ]'],
      [{ tap: 'Thêm vào hồ sơ' }, 'Đã thêm vào hồ sơ'],
    ],
    report: (report) => {
      expect(report.evidence.map(({ name }) => name)).toEqual(['sau.jpg']);
    },
  },
  {
    name: 'a full store keeps nobody at the question: the report goes on, and officers see what is missing',
    turns: [
      ...TO_THE_FILES,
      [{ sends: ['#day.jpg'] }, 'Kho chứng cứ đang đầy, chưa lưu được: day.jpg', 'liên hệ lại'],
      ['3', 'chưa tải được: day.jpg'],
    ],
  },
  {
    name: 'words at the question for evidence are more of the story',
    turns: [
      ...TO_THE_FILES,
      ['tôi lỡ xóa tin nhắn rồi nhưng nhớ tên nick là bán vé rẻ', 'ghi thêm vào lời kể', 'bấm “Bỏ qua”'],
      [{ sends: ['!hong.jpg'] }, 'Chưa tải được: hong.jpg', 'Bạn gửi ảnh, tệp ở đây'],
      [{ sends: ['1.jpg'] }, 'Đã nhận 1 ảnh', 'liên hệ lại'],
      [{ sends: ['2.jpg'] }, 'Đã nhận 1 ảnh', 'liên hệ lại'],
      ['3', 'lỡ xóa tin nhắn', 'Chứng cứ: 2 ảnh; chưa tải được: hong.jpg'],
    ],
  },
  {
    name: 'who sent files before is not asked for them',
    turns: [
      ...BEGIN,
      [{ sends: ['1.jpg'] }, 'Đã nhận 1 ảnh', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu'],
      ['500k', 'tài khoản nào'],
      ['bỏ qua', 'đưa cho họ'],
      ['bỏ qua', 'liên hệ lại'],
      ['3', 'Chứng cứ: 1 ảnh'],
      ['sửa chứng cứ', 'ảnh chụp màn hình'],
      [{ sends: ['2.jpg'] }, 'Đã nhận 1 ảnh', 'Chứng cứ: 2 ảnh'],
    ],
  },
];
