import { writeBackup } from '../../adapters/mongo/backup/write-backup.ts';
import { tellBackupFault } from './backup/fault-sentences.ts';
import { checkHoldings } from './backup/holdings.ts';
import { saveKeptKey } from './backup/kept-key.ts';
import { withOutside } from './backup/open-for-backup.ts';
import { collectionLine, verdictLines } from './backup/print-verdict.ts';
import { runCommand } from './run.ts';

const USAGE = 'Cách dùng: npm run backup -- THƯ_MỤC';

/** `npm run backup -- DIR`: everything, still encrypted, into a new folder; says whether all of it can be opened. */
async function main([folder, ...rest]: readonly string[]): Promise<number> {
  if (folder === undefined || rest.length > 0) throw new Error(USAGE);
  return withOutside(async (outside) => {
    const onCollection = (saved: Parameters<typeof collectionLine>[0]) =>
      process.stderr.write(`${collectionLine(saved)}\n`);
    await writeBackup(folder, { ...outside, now: outside.clock(), onCollection });
    const holdsKey = await saveKeptKey(outside.config, folder);
    const holdings = await checkHoldings(outside);
    process.stdout.write(
      [
        `Đã sao lưu vào ${folder}`,
        holdsKey
          ? 'Thư mục có cả khóa dữ liệu (tệp data-key): hãy giữ kín.'
          : 'Khóa dữ liệu (DATA_KEY) không nằm trong bản sao lưu: hãy cất riêng, mất khóa là mất nội dung.',
        ...verdictLines(holdings),
        '',
      ].join('\n'),
    );
    return holdings.faults.length === 0 ? 0 : 1;
  });
}

runCommand(main, tellBackupFault);
