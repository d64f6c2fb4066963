import { expect } from '@jest/globals';
import { BEGIN, TO_CATEGORY, TO_SUMMARY } from './begun-report.ts';
import type { ConversationTable, Turn } from './table.ts';
import { storyOf } from './urgent-report.ts';

const CHARGED = 'sh bảo ck 12k giờ bấm vô nó trừ 3 củ';
const HELP = 'Gọi NGAY ngân hàng của bạn';
const NO_HELP = /^(?![\s\S]*Gọi NGAY)/;

/** A report of an account taken over, up to its first question. */
const STOLEN: readonly Turn[] = [...TO_CATEGORY, ['3', 'Nếu còn vào được máy', '(1/']];

const noCard: ConversationTable['check'] = ({ caseFile }) => {
  expect(caseFile.alerts.filter(({ kind }) => kind === 'card')).toEqual([]);
};

/** A story in the middle of a report that as a first message would raise the card about money or the telephone. */
export const firstHelp: readonly ConversationTable[] = [
  {
    name: 'told as what happened, it brings the first lines of the card, and is the answer',
    decidedBy: 'chain',
    turns: [
      ...STOLEN,
      [CHARGED, 'Đừng chuyển thêm đồng nào', HELP, '(2/'],
      ['gửi luôn', 'Tài khoản nào'],
      ['Facebook', 'khi nào'],
      ['hôm nay', 'liên hệ lại'],
      ['2', 'Bạn xem lại'],
      ['gửi', 'Mã hồ sơ'],
    ],
    report: (report) => {
      expect(storyOf(report)).toContain(CHARGED);
    },
    check: noCard,
  },
  {
    name: 'told where something else is asked, it brings them, is kept, and the question comes again',
    decidedBy: 'chain',
    turns: [
      ...BEGIN,
      ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
      ['hôm qua', 'qua đâu'],
      ['zalo', 'bao nhiêu tiền'],
      ['500k', 'tài khoản nào'],
      [`à mà ${CHARGED} luôn rồi`, HELP, /./],
    ],
    check: noCard,
  },
  {
    name: 'told before sending, it brings them, and the report is looked over again',
    decidedBy: 'chain',
    turns: [...TO_SUMMARY, [CHARGED, HELP, 'Đã ghi thêm vào lời kể', 'Bạn xem lại', CHARGED]],
    check: noCard,
  },
  {
    name: 'told instead of consent, it brings them and is kept',
    decidedBy: 'chain',
    turns: [
      ['tôi muốn báo công an', 'đồng ý'],
      [CHARGED, HELP, 'Đã giữ lời bạn vừa kể'],
      ['ok', 'tôi hiểu'],
    ],
    check: noCard,
  },
  {
    name: 'right under the first words of a report about money lost, which say it, it is not said twice',
    decidedBy: 'chain',
    turns: [...TO_CATEGORY, ['1', 'gọi ngay số in ở mặt sau thẻ', '(1/'], [CHARGED, NO_HELP, '(2/']],
  },
  {
    name: 'it is said once in a report',
    decidedBy: 'chain',
    turns: [...STOLEN, [CHARGED, HELP, '(2/'], [`rồi ${CHARGED} nữa`, NO_HELP]],
  },
  {
    name: 'after the card it is not said again',
    decidedBy: 'chain',
    turns: [
      [CHARGED, 'Đừng chuyển thêm', 'ngân hàng nào'],
      ['bỏ qua', '[Báo tin ngay]'],
      [{ tap: 'Báo tin ngay' }, 'đồng ý'],
      ['ok', 'khi nào'],
      [`nó nói ${CHARGED} luôn`, NO_HELP],
    ],
  },
  ...[
    'tháng trước sh bảo ck 12k giờ bấm vô nó trừ 3 củ',
    'nick facebook của tôi bị chiếm, nó nhắn tin mượn tiền bạn bè',
    'thằng đó vay tiền tôi rồi trốn từ năm ngoái',
    'nó vào được vì mật khẩu của tôi đặt ngày sinh, ai cũng đoán ra',
  ].map((says): ConversationTable => ({
    name: `"${says}" is a story like any other`,
    turns: [...STOLEN, [says, NO_HELP, /\(\d/]],
  })),
];
