import type { Report } from '../../reports/report.ts';
import type { Phone } from '../support/talk-to-bot.ts';

const STORED_CODE = '5P7C-3WF6';

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

/** A report of whoever has that key, which was sent some days ago. */
export const stored = (phone: Phone, key: string): Report => {
  const report = reportOf(STORED_CODE, key);
  phone.caseFile.reports.set(report.id, report);
  return report;
};

export const theReport = (phone: Phone): Report | undefined => [...phone.caseFile.reports.values()][0];
