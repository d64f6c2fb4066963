import { randomInt } from 'node:crypto';
import { newCaseCode } from '../../reports/case-code.ts';
import type { StaffActor } from '../../reports/change.ts';
import type { Evidence, Report, ResidentAddress } from '../../reports/report.ts';
import type { Submission } from '../../reports/submit-report.ts';
import { submitReport } from '../../reports/submit-report.ts';

/** Sunday 22 November 2026, 14:00 in Vietnam. */
export const NOW = new Date('2026-11-22T07:00:00Z');
export const LATER = new Date('2026-11-22T08:30:00Z');
export const OFFICER: StaffActor = { kind: 'staff', staffId: 'staff-1', name: 'Trung úy Bình' };
export const ADDRESS: ResidentAddress = { channel: 'zalo', accountId: 'oa-1', userId: 'resident-8812' };

export const SECRETS = {
  name: 'Nguyễn Thị Lan Hương',
  phone: '0912 345 678',
  words: 'Có người xưng là công an bảo tôi chuyển tiền vào tài khoản tạm giữ',
  evidenceName: 'bien-lai-lan-huong.jpg',
  scammerPhone: '0987 654 321',
};

let counter = 0;

/** Ids that grow, as UUID v7 do. */
export function nextId(): string {
  counter += 1;
  return `01900000-0000-7000-8000-${String(counter).padStart(12, '0')}`;
}

export function evidenceOf(overrides: Partial<Evidence> = {}): Evidence {
  return {
    id: nextId(),
    kind: 'image',
    name: SECRETS.evidenceName,
    mediaType: 'image/jpeg',
    sizeBytes: 1_024,
    sha256: 'ab'.repeat(32),
    arrivedAt: NOW,
    state: 'stored',
    note: null,
    ...overrides,
  };
}

export function submissionOf(overrides: Partial<Submission> = {}): Submission {
  return {
    id: nextId(),
    code: newCaseCode((bound) => randomInt(bound)),
    pinHash: 'slow-hash',
    category: 'C01',
    urgency: 'P2',
    reporter: {
      anonymous: false,
      name: SECRETS.name,
      phone: SECRETS.phone,
      address: ADDRESS,
      key: 'key-of-lan',
    },
    answers: [
      { question: 'what', label: 'Sự việc', text: SECRETS.words },
      { question: 'when', label: 'Thời gian', text: '21:00 ngày 21/11/2026' },
      { question: 'where', label: 'Kênh', text: 'Gọi điện' },
    ],
    evidence: [evidenceOf()],
    indicators: [{ kind: 'phone', value: '+84987654321', display: SECRETS.scammerPhone }],
    consentVersion: '2026-11-22',
    now: NOW,
    ...overrides,
  };
}

export function reportOf(overrides: Partial<Submission> = {}): Report {
  return changed(submitReport(submissionOf(overrides)));
}

/** The report of a change that must have been allowed. */
export function changed(
  result: { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly reason: string },
): Report {
  if (!result.ok) throw new Error(`The change was refused: ${result.reason}`);
  return result.report;
}
