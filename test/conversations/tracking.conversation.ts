import { expect } from '@jest/globals';
import { writeToResident } from '../../reports/write-to-resident.ts';
import type { Report } from '../../reports/report.ts';
import type { Phone } from '../support/talk-to-bot.ts';
import type { ConversationTable, Turn } from './table.ts';

const OTHER_CODE = '5P7C-3WF6';

const reportOf = (code: string, reporterKey: string): Report => ({
  id: `0000-${code}`,
  code,
  category: 'C01',
  status: 'received',
  urgency: 'P2',
  channel: 'zalo',
  createdAt: new Date('2026-11-20T03:00:00Z'),
  receivedAt: null,
  classification: null,
  assignedTo: null,
  reporter: {
    anonymous: false,
    name: 'B',
    phone: null,
    address: { channel: 'zalo', accountId: 'oa', userId: 'x' },
    key: reporterKey,
  },
  answers: [{ question: 'what', label: 'Sự việc', text: 'bị lừa' }],
  evidence: [],
  indicators: [],
  history: [],
  messages: [],
  pinHash: 'slow 482913',
  consentVersion: '2026-11-22',
  version: 1,
});

const stored = (phone: Phone, key: string): Report => {
  const report = reportOf(OTHER_CODE, key);
  phone.caseFile.reports.set(report.id, report);
  return report;
};

const somebodyElses = (phone: Phone): void => void stored(phone, 'somebody else');
const own = (phone: Phone): void => void stored(phone, phone.residentKey);

/** An officer asks something in the report's thread. */
const asked = (phone: Phone): void => {
  const change = writeToResident(stored(phone, phone.residentKey), {
    id: 'officer-1',
    text: 'Bạn chuyển lúc mấy giờ?',
    by: { kind: 'staff', staffId: 's1', name: 'Đ/c A' },
    now: new Date('2026-11-21T03:00:00Z'),
  });
  if (change.ok) phone.caseFile.reports.set(change.report.id, change.report);
};

const theReport = (phone: Phone): Report | undefined => [...phone.caseFile.reports.values()][0];

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
  {
    name: "an officer's question is shown with the report and answered in its thread",
    before: asked,
    reports: 1,
    turns: [
      ['xem hồ sơ', 'Bạn chuyển lúc mấy giờ?', '[Trả lời cán bộ]'],
      ['tầm 9 giờ tối ạ', 'Đã thêm vào hồ sơ'],
    ],
    check: (phone) => {
      expect(theReport(phone)?.messages.at(-1)).toMatchObject({ from: 'resident', text: 'tầm 9 giờ tối ạ' });
    },
  },
  {
    name: 'free words while an officer waits are offered as the answer, once',
    before: asked,
    reports: 1,
    turns: [
      ['lúc 9 giờ tối', 'Cán bộ đã nhắn về hồ sơ 5P7C-3WF6', 'Bạn gửi tin vừa rồi cho cán bộ chứ?'],
      ['vâng gửi đi', 'Đã gửi cho cán bộ'],
    ],
    check: (phone) => {
      expect(theReport(phone)?.messages.at(-1)?.text).toBe('lúc 9 giờ tối');
    },
  },
  {
    name: 'a photo with the words that answer the officer goes along',
    before: asked,
    reports: 1,
    turns: [
      [{ sends: ['bien-lai.jpg'], text: 'lúc 9 giờ tối' }, 'Đã nhận 1 ảnh', 'cho cán bộ chứ?'],
      ['vâng gửi đi', 'Đã gửi cho cán bộ'],
    ],
    check: (phone) => {
      expect(theReport(phone)?.messages.at(-1)?.text).toBe('lúc 9 giờ tối');
      expect(theReport(phone)?.evidence.map(({ name }) => name)).toEqual(['bien-lai.jpg']);
    },
  },
  {
    name: 'a photo with words that are no answer is kept for a report',
    before: asked,
    reports: 1,
    turns: [
      [{ sends: ['la.jpg'], text: 'mã otp là gì' }, 'Đã nhận 1 ảnh', 'cho cán bộ chứ?'],
      ['không', 'giữ 7 ngày', 'Nguồn:'],
      ['menu', '[Viết tiếp tin dở]'],
    ],
  },
  {
    name: 'an answer to an officer that sounds urgent brings the card, and is offered as the answer all the same',
    before: asked,
    reports: 1,
    turns: [
      [
        'em vừa chuyển 20 triệu cho nó lúc 9 giờ tối',
        /^Đừng chuyển thêm/,
        'Bạn gửi tin vừa rồi cho cán bộ chứ?',
      ],
      ['vâng', 'Đã gửi cho cán bộ'],
    ],
    check: (phone) => {
      expect(theReport(phone)?.messages.at(-1)?.text).toContain('20 triệu');
    },
  },
  ...[
    'tôi gọi rồi, họ bảo chờ 3 ngày',
    'dạ em gọi rồi ạ, ngân hàng bảo chờ',
    'em chuyển làm 2 lần, lần đầu 5tr lần sau 15tr',
  ].map((words): ConversationTable => ({
    name: `an answer to an officer alarms nobody: "${words}"`,
    before: asked,
    reports: 1,
    turns: [
      [words, /^Cán bộ đã nhắn về hồ sơ 5P7C-3WF6/, 'Bạn gửi tin vừa rồi cho cán bộ chứ?'],
      ['gửi', 'Đã gửi cho cán bộ'],
    ],
    check: (phone) => {
      expect(theReport(phone)?.messages.at(-1)?.text).toBe(words);
      expect(phone.caseFile.alerts).toEqual([]);
    },
  })),
  {
    name: 'fear for a life is no answer to an officer: the card leads on',
    before: asked,
    reports: 1,
    turns: [['nó đang cầm dao đứng trước cửa nhà tôi', '113', /^(?![\s\S]*Bạn gửi tin vừa rồi)/]],
  },
  {
    name: 'words that are no answer to the officer go on as a question, and are not asked about again',
    before: asked,
    reports: 1,
    turns: [
      ['mã otp là gì', 'Bạn gửi tin vừa rồi cho cán bộ chứ?'],
      ['không', 'Nguồn:'],
      ['wifi công cộng có an toàn không', 'Nguồn:'],
    ],
  },
];
