import { restoreBackup } from '../../adapters/mongo/backup/restore-backup.ts';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { roadIndexes } from '../road/documents.ts';
import { tellBackupFault } from './backup/fault-sentences.ts';
import { checkHoldings } from './backup/holdings.ts';
import { layKeptKey } from './backup/kept-key.ts';
import { withOutside } from './backup/open-for-backup.ts';
import { collectionLine, verdictLines } from './backup/print-verdict.ts';
import { runCommand } from './run.ts';

const USAGE = 'Cách dùng: npm run restore -- THƯ_MỤC (vào một cơ sở dữ liệu trống)';

/** `npm run restore -- DIR`: a backup into an empty database, read back and opened; says whether everything is the same. */
async function main([folder, ...rest]: readonly string[]): Promise<number> {
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
      return holdings.faults.length === 0 ? 0 : 1;
    },
    (config) => layKeptKey(config, folder),
  );
}

runCommand(main, tellBackupFault);
