import { expect } from '@jest/globals';
import type { Phone } from '../support/talk-to-bot.ts';
import { stored, theReport } from './stored-report.ts';
import type { ConversationTable, Turn } from './table.ts';

const somebodyElses = (phone: Phone): void => void stored(phone, 'somebody else');
const own = (phone: Phone): void => void stored(phone, phone.residentKey);

const wrongTry: readonly Turn[] = [
  ['5p7c 3wf6', 'mã PIN 6 số'],
  ['000111', 'Mã hồ sơ hoặc PIN chưa đúng'],
];

export const tracking: readonly ConversationTable[] = [
  {
    name: 'code and PIN show a report in plain words',
    before: somebodyElses,
    reports: 1,
    turns: [
      ['xem hồ sơ', 'Bạn gõ mã hồ sơ'],
      ['5p7c3wf6', 'mã PIN 6 số'],
      ['482 913', 'Hồ sơ 5P7C-3WF6', 'chưa có lượt nào', 'đã tiếp nhận', '[Gửi thêm]', '[Rút tin]'],
    ],
  },
  {
    name: 'the resident sees how often staff looked, and never who',
    before: (phone) => {
      const { id } = stored(phone, 'somebody else');
      const look = { at: new Date('2026-11-21T01:30:00Z'), staffId: 'b', staffName: 'Trung úy Bình' };
      phone.caseFile.audit.push({ ...look, action: 'report-viewed', subject: `report:${id}`, detail: null });
    },
    reports: 1,
    turns: [
      ['hồ sơ 5P7C-3WF6 đến đâu rồi', 'mã PIN 6 số'],
      ['482913', 'Cán bộ đã xem: 1 lượt, gần nhất 08:30 ngày 21/11/2026', /^(?![\s\S]*Bình)/],
    ],
  },
  {
    name: 'a code in the first message leads straight to the PIN',
    before: somebodyElses,
    reports: 1,
    turns: [['hồ sơ 5P7C-3WF6 đến đâu rồi', 'mã PIN 6 số']],
  },
  {
    name: 'a wrong PIN and a code that does not exist sound the same',
    before: somebodyElses,
    reports: 1,
    turns: [
      ['xem hồ sơ', 'mã hồ sơ'],
      ...wrongTry,
      ['abcd', 'Mã này chưa đúng dạng'],
      ['22222223', 'Mã này chưa đúng dạng'],
    ],
  },
  {
    name: 'after five wrong tries the conversation has to wait',
    before: somebodyElses,
    reports: 1,
    turns: [
      ['xem hồ sơ', 'mã hồ sơ'],
      ...wrongTry,
      ...wrongTry,
      ...wrongTry,
      ...wrongTry,
      ['5p7c 3wf6', 'mã PIN'],
      ['000111', 'tạm dừng việc tra cứu'],
      ['xem hồ sơ', 'mã hồ sơ'],
      ['5p7c 3wf6', 'mã PIN'],
      ['482913', 'tạm dừng việc tra cứu'],
      [{ waitsMinutes: 16 }],
      ['xem hồ sơ', 'mã hồ sơ'],
      ['5p7c 3wf6', 'mã PIN'],
      ['482913', 'Hồ sơ 5P7C-3WF6'],
    ],
  },
  {
    name: 'the same person on the same channel needs no PIN',
    before: own,
    reports: 1,
    turns: [['xem hồ sơ', 'Hồ sơ 5P7C-3WF6', 'đã tiếp nhận']],
  },
  {
    name: 'words and photos are added until "Xong"',
    before: own,
    reports: 1,
    turns: [
      ['xem hồ sơ', '[Gửi thêm]'],
      [{ tap: 'Gửi thêm' }, 'Bạn gõ thêm'],
      ['nó vừa đổi số 0987654321', 'Đã thêm vào hồ sơ'],
      [{ sends: ['1.jpg', '2.jpg'] }, 'Đã nhận 2 ảnh'],
      ['xong rồi', 'Cán bộ sẽ thấy'],
    ],
    check: (phone) => {
      const report = theReport(phone);
      expect(report?.messages).toHaveLength(1);
      expect(report?.evidence).toHaveLength(2);
      expect(report?.indicators.map(({ value }) => value)).toContain('+84987654321');
    },
  },
  {
    name: 'a report is withdrawn with a reason and a confirmation, and nothing vanishes',
    before: own,
    reports: 1,
    turns: [
      ['xem hồ sơ', '[Rút tin]'],
      [{ tap: 'Rút tin' }, 'Vì sao bạn rút tin?'],
      ['tôi tìm lại được người bán rồi', 'Bạn chắc chứ?'],
      ['không', 'giữ nguyên'],
      ['rút tin', 'Vì sao'],
      [{ tap: 'Việc đã xong' }, 'Bạn chắc chứ?'],
      ['vâng', 'Đã rút hồ sơ'],
      ['xem hồ sơ', 'Bạn đã rút phản ánh này'],
    ],
    check: (phone) => {
      expect(theReport(phone)?.status).toBe('withdrawn');
      expect(theReport(phone)?.history.at(-1)?.note).toBe('Việc đã xong');
    },
  },
];
