import { expect } from '@jest/globals';
import { BEGIN } from './begun-report.ts';
import type { ConversationTable } from './table.ts';
import { IN_HASTE, alertedBy } from './urgent-report.ts';

/** Somebody is threatened, held or near despair: the card and a person, and a report only where one is wanted. */
export const sosDanger: readonly ConversationTable[] = [
  {
    name: 'an "online kidnapping": 113, no bank question',
    turns: [
      ['con tôi mất liên lạc, có người đòi tiền chuộc', '113', '[Báo tin ngay]', '[Gặp cán bộ ngay]'],
      [{ tap: 'Gặp cán bộ ngay' }, 'Đã báo cán bộ'],
    ],
    check: (phone) => {
      const [handover] = [...phone.caseFile.handovers.values()];
      expect(handover).toMatchObject({ urgent: true, status: 'waiting' });
      expect(handover?.messages[0]?.text).toContain('con tôi mất liên lạc');
    },
  },
  {
    name: 'an "online kidnapping" reported: the story answers the first question, the card does not come again',
    turns: [
      ['con tôi mất liên lạc, có người đòi tiền chuộc', '113', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', /tôi hiểu|\(1\//],
      ['con tôi mất liên lạc từ sáng nay, có người gọi đòi tiền chuộc 500 triệu', /500\.000\.000đ|\(\d\//],
      ['đúng', /\(\d\//],
      ['gửi luôn', /\(\d\//],
      ['không nhớ', /liên hệ lại|\(\d\//],
      ['nhắn tin tại đây', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report.category).toBe('C14');
      expect(['P0', 'P1']).toContain(report.urgency);
    },
    check: ({ caseFile }) => {
      expect(caseFile.alerts.map(({ kind }) => kind)).toEqual(['card', 'report']);
    },
  },
  {
    name: 'blackmail with pictures: no money, no picture to anybody, no blame; then the report, without a name',
    turns: [
      [
        'nó dọa tung clip nóng của em đòi tiền',
        /^Đừng trả tiền, đừng gửi thêm ảnh/,
        'bạn không có lỗi',
        'Đừng gửi ảnh, clip đó cho ai, cả vào đây',
        '113',
        '[Báo tin ngay]',
        '[Gặp cán bộ ngay]',
      ],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      [{ tap: 'Báo ẩn danh' }, 'không lưu tên và số điện thoại', '(1/'],
      ['nó quen em trên mạng rồi quay lại lúc gọi video, giờ dọa gửi cho bạn bè', /\(\d\//],
      ['facebook', 'khi nào'],
      ['hôm qua', /\(\d\//],
      ['gửi luôn', 'Bạn xem lại', 'Nơi đăng, nhắn: Facebook'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(report).toMatchObject({ category: 'C07', urgency: 'P1', reporter: { anonymous: true } });
    },
    check: alertedBy('sos-tong-tien-anh-nong', 'P1'),
  },
  {
    name: 'a child in danger: 111, and no picture of the child is wanted; then the report',
    turns: [
      [
        'có người dụ dỗ con tôi gửi ảnh',
        /^Gọi 111/,
        '113',
        'Ảnh, clip của trẻ không gửi cho ai, cả vào đây',
        'trẻ không có lỗi',
        '[Báo tin ngay]',
        '[Gặp cán bộ ngay]',
      ],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', 'không cần mô tả chi tiết nhạy cảm'],
      ['một người lạ kết bạn rồi dụ cháu gửi ảnh, cháu kể với tôi tối qua', '21/11/2026', 'an toàn không'],
      ['có', 'qua mạng nào'],
      ['zalo', /\(\d\//],
      ...IN_HASTE,
    ],
    report: (report) => {
      expect(report).toMatchObject({ category: 'C08', urgency: 'P1' });
      expect(report.answers).toContainEqual(expect.objectContaining({ question: 'danger', text: 'Có' }));
    },
    check: alertedBy('sos-tre-em-bi-xam-hai-du-do', 'P1'),
  },
  {
    name: 'a child in danger reported: the card does not come again at the first question',
    turns: [
      ['có người dụ dỗ con tôi gửi ảnh', '111', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', /\(1\//],
      ['người đó dụ dỗ con tôi gửi ảnh qua facebook mấy hôm nay', /tôi hiểu|\(2\//],
    ],
  },
  {
    name: 'no wish to live: 115 and a person, no form',
    turns: [
      [
        'tôi không muốn sống nữa',
        /^Bạn đừng ở một mình lúc này/,
        'gọi 115',
        '[Gặp cán bộ ngay]',
        '[Tôi tạm ổn rồi]',
        /^(?![\s\S]*Báo tin ngay)/,
      ],
      [{ tap: 'Gặp cán bộ ngay' }, 'Đã báo cán bộ', '113'],
      ['tôi nợ nhiều quá', 'Đã chuyển lời'],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toMatchObject([{ slug: 'sos-khung-hoang-muon-tu-tu', urgency: 'P0' }]);
      const [handover] = [...caseFile.handovers.values()];
      expect(handover).toMatchObject({ urgent: true, status: 'waiting' });
      expect(handover?.messages.map(({ text }) => text)).toEqual([
        'tôi không muốn sống nữa',
        'tôi nợ nhiều quá',
      ]);
    },
  },
  {
    name: 'no wish to live, and somewhat better: nothing is pressed on anybody',
    turns: [
      ['tôi không muốn sống nữa', /115/, '[Tôi tạm ổn rồi]'],
      ['2', 'Cần gì cứ nhắn'],
    ],
  },
  {
    name: 'knives and fists: 113 first, and the duty officer is alerted as for a danger to life',
    turns: [
      ['có người đang cầm dao trước cửa nhà tôi', '113', '[Gặp cán bộ ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
    ],
    check: ({ caseFile }) => {
      expect(caseFile.alerts).toMatchObject([{ kind: 'card', slug: 'so-khan-cap', urgency: 'P0' }]);
    },
  },
  {
    name: 'knives in the middle of a report: the report waits for the card, and goes on where it stood',
    turns: [
      ...BEGIN,
      ['nó đang cầm dao đứng trước cửa nhà tôi', '113', '[Gặp cán bộ ngay]'],
      ['viết tiếp', 'tin đang viết dở', '(1/'],
    ],
  },
  {
    name: 'a second urgent matter keeps what was told of the first for the report',
    turns: [
      ['tôi vừa chuyển 7 triệu cho nó', 'ngân hàng nào'],
      [{ sends: ['bien-lai.jpg'] }, 'Đã nhận 1 ảnh'],
      ['giờ nó dọa tung clip nóng của em đòi tiền', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['đồng ý', '7.000.000đ'],
    ],
    check: async (phone) => {
      const draft = JSON.stringify(await phone.storage.read([phone.stateKey]));
      expect(draft).toContain('bien-lai.jpg');
      expect(draft).toContain('dọa tung clip nóng');
    },
  },
];
