import { expect } from '@jest/globals';
import { writeToResident } from '../../reports/write-to-resident.ts';
import type { Phone } from '../support/talk-to-bot.ts';
import { stored, theReport } from './stored-report.ts';
import type { ConversationTable } from './table.ts';

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

export const answeringOfficer: readonly ConversationTable[] = [
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
