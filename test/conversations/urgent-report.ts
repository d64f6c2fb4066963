import { expect } from '@jest/globals';
import type { Report } from '../../reports/report.ts';
import type { Phone } from '../support/talk-to-bot.ts';
import type { Turn } from './table.ts';

/** The rest of a report is left out and it is sent. */
export const IN_HASTE: readonly Turn[] = [
  ['gửi luôn', 'liên hệ lại'],
  ['nhắn tin tại đây', 'Bạn xem lại'],
  ['gửi', 'Mã hồ sơ'],
];

export const storyOf = ({ answers }: Report): string =>
  answers.find(({ question }) => question === 'what')?.text ?? '';

/** The duty officer was alerted by the card and again by the report. */
export const alertedBy =
  (slug: string, urgency: string) =>
  ({ caseFile }: Phone): void => {
    const reportId = [...caseFile.reports.keys()][0];
    expect(caseFile.alerts).toMatchObject([
      { kind: 'card', slug, urgency },
      { kind: 'report', urgency, reportId },
    ]);
  };
