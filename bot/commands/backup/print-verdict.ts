import type { SavedCollection } from '../../../adapters/mongo/backup/manifest.ts';
import type { Holdings } from './holdings.ts';

/** One line while a backup is written or restored. */
export function collectionLine({ name, documents, sizeBytes }: SavedCollection): string {
  return `${name.padEnd(24)}${String(documents).padStart(9)} mục ${(sizeBytes / 1e6).toFixed(1).padStart(9)} MB`;
}

/** What is held, each fault, and the verdict as the last line. */
export function verdictLines(holdings: Holdings): string[] {
  const { reports, evidence, articles, auditEntries, faults } = holdings;
  return [
    `${reports} hồ sơ, ${evidence} tệp chứng cứ, ${articles} bài viết, ${auditEntries} mục nhật ký`,
    ...faults.map((fault) => `- ${fault}`),
    faults.length === 0 ? 'ĐẠT: mọi hồ sơ, chứng cứ và nhật ký đều mở được và nguyên vẹn' : 'KHÔNG ĐẠT',
  ];
}
