import { BackupError } from '../../adapters/mongo/backup/backup-error.ts';
import { restoreBackup } from '../../adapters/mongo/backup/restore-backup.ts';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { roadIndexes } from '../road/documents.ts';
import { FAULT_SENTENCES } from './backup/fault-sentences.ts';
import { checkHoldings } from './backup/holdings.ts';
import { layKeptKey } from './backup/kept-key.ts';
import { withOutside } from './backup/open-for-backup.ts';
import { collectionLine, verdictLines } from './backup/print-verdict.ts';

const USAGE = 'Cách dùng: npm run restore -- THƯ_MỤC (vào một cơ sở dữ liệu trống)';

/** `npm run restore -- DIR`: a backup into an empty database, read back and opened; says whether everything is the same. */
async function main([folder, ...rest]: readonly string[]): Promise<boolean> {
  if (folder === undefined || rest.length > 0) throw new Error(USAGE);
  return withOutside(
    async (outside) => {
      const onCollection = (saved: Parameters<typeof collectionLine>[0]) =>
        process.stderr.write(`${collectionLine(saved)}\n`);
      await ensureIndexes(outside.db, roadIndexes);
      const { madeAt } = await restoreBackup(folder, { ...outside, onCollection });
      const holdings = await checkHoldings(outside);
      process.stdout.write(
        [`Đã phục hồi bản sao lưu lúc ${madeAt}`, ...verdictLines(holdings), ''].join('\n'),
      );
      return holdings.faults.length === 0;
    },
    (config) => layKeptKey(config, folder),
  );
}

main(process.argv.slice(2)).then(
  (isWhole) => process.exit(isWhole ? 0 : 1),
  (error: unknown) => {
    const sentence = error instanceof BackupError ? FAULT_SENTENCES[error.fault] : null;
    process.stderr.write(
      `KHÔNG ĐẠT: ${sentence ?? (error instanceof Error ? error.message : 'không phục hồi được')}\n`,
    );
    process.exit(1);
  },
);
