import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import { BEGIN, TO_CATEGORY, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';

const MIDDLE: readonly Turn[] = [...BEGIN, ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào']];

/** The rest of the report, whatever was answered so far. */
const SENT: readonly Turn[] = [
  ['hôm qua', 'qua đâu'],
  ['zalo', 'bao nhiêu'],
  ['gửi luôn', 'liên hệ lại'],
  ['2', 'Bạn xem lại'],
  ['gửi', 'Mã hồ sơ'],
];

const under = (text: string) => ({ sends: ['a.jpg'], text }) as const;

const holds =
  (...names: readonly string[]) =>
  ({ evidence }: Report): void => {
    expect(evidence.map(({ name }) => name)).toEqual(names);
  };

const questions: readonly (readonly [says: string, answer: string])[] = [
  ['bao lâu thì có kết quả?', 'Nguồn:'],
  ['khai sinh làm ở đâu?', 'UBND xã'],
  ['mã otp là gì?', 'Nguồn:'],
];

const wishesForPerson = ['cho tôi gặp công an', 'gặp cán bộ', 'cho tôi nói chuyện với cán bộ trực'];

const commands: readonly (readonly [says: string, ...answers: readonly string[]])[] = [
  ['trợ giúp', 'về câu trước', 'khi nào'],
  ['hủy', 'bỏ hẳn tin này'],
  ['để sau', '7 ngày'],
  ['quay lại', 'chuyện gì đã xảy ra'],
  ['sửa', 'Bạn muốn sửa dòng nào?'],
  ['menu', '[Viết tiếp tin dở]'],
  ['cảm ơn', 'Không có gì'],
];

/** Words under a photo lead where they lead without it, and the photo is held. */
export const captions: readonly ConversationTable[] = [
  ...questions.map(([says, answer]): ConversationTable => ({
    name: `in a report a photo with the question "${says}" is held with it, and the question answered`,
    decidedBy: 'rules',
    turns: [...MIDDLE, [under(says), 'Đã nhận 1 ảnh', answer, 'khi nào'], ...SENT],
    report: holds('a.jpg'),
  })),
  ...wishesForPerson.map((says): ConversationTable => ({
    name: `in a report a photo with the wish "${says}" is held with it, and the officer knows of it`,
    turns: [
      ...MIDDLE,
      [under(says), 'Đã nhận 1 ảnh', 'vẫn được giữ 7 ngày', 'Đã báo cán bộ'],
      ['menu', '[Viết tiếp tin dở]'],
      [{ tap: 'Viết tiếp tin dở' }, 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg'),
    check: ({ caseFile }) => {
      const [talk] = [...caseFile.handovers.values()];
      expect(talk?.messages.map(({ text }) => text).join('\n')).toContain('đã gửi 1 tệp');
    },
  })),
  ...commands.map(([says, ...answers]): ConversationTable => ({
    name: `in a report a photo with "${says}" is held with it`,
    turns: [
      ...MIDDLE,
      [under(says), 'Đã nhận 1 ảnh', ...answers],
      ['menu', '[Viết tiếp tin dở]'],
      [{ tap: 'Viết tiếp tin dở' }, /./],
      ['gửi luôn', /./],
    ],
    check: async (phone) => {
      const state = JSON.stringify((await phone.storage.read([phone.stateKey]))[phone.stateKey]);
      expect(state).toContain('a.jpg');
    },
  })),
  {
    name: 'in a report a photo under words that put a life at stake is held with it; the card is first',
    turns: [
      ...MIDDLE,
      [under('tôi không muốn sống nữa'), /^(?!Đã nhận)[\s\S]*Đã nhận 1 ảnh[\s\S]*\[Gặp cán bộ ngay\]/],
      [{ tap: 'Tôi tạm ổn rồi' }, 'Cần gì cứ nhắn'],
      ['viết tiếp', 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg'),
  },
  {
    name: 'a photo under "đồng ý" is held',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      [under('đồng ý'), 'Đã nhận 1 ảnh', 'việc gì'],
      ['1', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg'),
  },
  {
    name: 'a photo where a line is picked for correction, and before the report is left out for good, is held',
    turns: [
      ...TO_SUMMARY,
      ['sửa', 'Bạn muốn sửa dòng nào?'],
      [under('ảnh nó đây'), 'Đã nhận 1 ảnh', 'Bạn muốn sửa dòng nào?'],
      [{ sends: ['b.jpg'] }, 'Đã nhận 1 ảnh', 'Bạn muốn sửa dòng nào?'],
      ['quay lại', 'Bạn xem lại', 'Chứng cứ: 2 ảnh'],
      ['hủy', 'bỏ hẳn tin này'],
      [under('viết tiếp'), 'Đã nhận 1 ảnh', 'Chứng cứ: 3 ảnh'],
    ],
  },
  {
    name: 'a photo sent while it is asked which report is meant goes into the one that is chosen',
    turns: [
      ...MIDDLE,
      ['menu', '[Viết tiếp tin dở]'],
      ['tôi muốn báo công an', 'viết tiếp tin đó, hay viết tin mới'],
      [{ sends: ['a.jpg'] }, 'Đã nhận 1 ảnh', 'viết tiếp tin đó, hay viết tin mới'],
      [{ tap: 'Viết tin mới' }, 'đồng ý'],
      ['ok', 'việc gì'],
      ['1', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg'),
  },
  {
    name: 'a photo with the wish to report begins it with the photo',
    turns: [
      [under('tôi muốn báo công an'), 'Đã nhận 1 ảnh', 'đồng ý'],
      ...TO_CATEGORY.slice(1),
      ['1', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg'),
  },
  {
    name: 'a photo with urgent words goes into the report that follows the card, as do those sent with words under it',
    turns: [
      [
        under('em vừa chuyển 15tr cho nó rồi làm sao'),
        /^Đừng chuyển thêm[\s\S]*Đã nhận 1 ảnh/,
        'ngân hàng nào',
      ],
      [{ sends: ['b.jpg'], text: 'vietcombank' }, 'Đã nhận 1 ảnh', '1900 54 54 13'],
      [
        { sends: ['c.jpg'], text: 'nó nhắn tin thế này, tên nó là Hùng ở quận 3' },
        'Đã nhận 1 ảnh',
        'Đã ghi lại lời bạn',
      ],
      [{ tap: 'Báo tin ngay' }, 'Bạn đồng ý'],
      ['đồng ý', /./],
      ['gửi luôn', /./],
      ['zalo', /./],
      ['2', 'Bạn xem lại', 'Chứng cứ: 3 ảnh'],
    ],
  },
  {
    name: 'with nothing open a photo with a question is kept for a report, and the question answered',
    turns: [
      [under('mã otp là gì'), 'Đã nhận 1 ảnh', 'giữ 7 ngày', 'Nguồn:'],
      ['tôi muốn báo công an', 'Bạn đồng ý để bắt đầu chứ?'],
      ...TO_CATEGORY.slice(1),
      ['1', '(1/'],
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg'),
  },
  {
    name: 'with nothing open a photo with a wish for a person is kept, and the officer knows of it',
    turns: [
      [under('gặp cán bộ'), 'Đã nhận 1 ảnh', 'giữ các tệp này 7 ngày', 'Đã báo cán bộ'],
      ['menu', '[Viết tiếp tin dở]'],
    ],
    check: ({ caseFile }) => {
      const [talk] = [...caseFile.handovers.values()];
      expect(talk?.messages.map(({ text }) => text).join('\n')).toContain('đã gửi 1 tệp');
    },
  },
  {
    name: 'a photo with a greeting is asked about',
    turns: [
      [under('chào cán bộ'), 'Đã nhận 1 ảnh', 'dùng vào việc gì', '[Gửi tin phản ánh]'],
      [{ sends: ['b.jpg'], text: 'mua hàng trên mạng bị lừa không giao hàng cho tôi' }, 'Bạn đồng ý'],
      ['ok', '(1/'],
      ['họ nhận cọc của tôi rồi không giao hàng nữa', 'khi nào'],
      ...SENT,
    ],
    report: holds('a.jpg', 'b.jpg'),
  },
  {
    name: 'a photo that could not be fetched is named, whatever its words ask',
    turns: [
      [{ sends: ['!a.jpg'], text: 'mã otp là gì' }, 'Chưa tải được: a.jpg', 'Nguồn:'],
      ['menu', '[Gửi tin phản ánh]'],
    ],
  },
];
