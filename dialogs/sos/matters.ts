import type { Category } from '../../reports/report.ts';
import type { sos } from '../texts/sos.ts';

/** What an urgent matter needs after its card. */
interface Matter {
  /** Which words of the bank's hotline are needed. */
  readonly bank: 'sent' | 'exposed' | null;
  /** Of the report that follows; null where none is offered. */
  readonly category: Category | null;
  /** What is said to whoever tells on, where the usual words would be cold. */
  readonly stay?: keyof typeof sos.stay;
}

const MATTERS: Readonly<Record<string, Matter>> = {
  'sos-vua-chuyen-tien': { bank: 'sent', category: 'C01' },
  'sos-lo-otp-thong-tin-the': { bank: 'exposed', category: 'C01' },
  'sos-cai-app-la-bi-chiem-may': { bank: 'exposed', category: 'C04' },
  'sim-bi-chiem-mat-song': { bank: 'exposed', category: 'C03' },
  'sos-bat-coc-online': { bank: null, category: 'C14' },
  'sos-tong-tien-anh-nong': { bank: null, category: 'C07', stay: 'ashamed' },
  'sos-tre-em-bi-xam-hai-du-do': { bank: null, category: 'C08', stay: 'child' },
  'sos-khung-hoang-muon-tu-tu': { bank: null, category: null, stay: 'life' },
};

/** By the slug of its article; any other matter has no bank to call and may be reported. */
export const matterOf = (slug: string): Matter => MATTERS[slug] ?? { bank: null, category: 'C99' };
