import { BackupError, type BackupFault } from '../../../adapters/mongo/backup/backup-error.ts';
import { inWords } from '../run.ts';

/** What the operator can do about each fault. */
const FAULT_SENTENCES: Readonly<Record<BackupFault, string>> = {
  'not-empty': 'Thư mục đã có tệp. Hãy chọn một thư mục mới.',
  'not-a-backup': 'Thư mục không có bản sao lưu hoàn chỉnh (thiếu hoặc hỏng manifest.json).',
  damaged: 'Bản sao lưu đã bị hỏng hoặc bị sửa. Chưa ghi gì vào cơ sở dữ liệu.',
  'other-key':
    'Bản sao lưu được mã hóa bằng khóa khác. Hãy đặt DATA_KEY đúng khóa của bản sao lưu. Chưa ghi gì vào cơ sở dữ liệu.',
  'target-not-empty':
    'Cơ sở dữ liệu đích đã có dữ liệu. Hãy phục hồi vào một cơ sở dữ liệu trống (MONGODB_DB hoặc DATA_DIR khác).',
  'not-the-same': 'Dữ liệu ghi vào không giống bản sao lưu. Những gì đã ghi đã được xóa đi.',
};

/** Why a backup was not made or not restored, for whoever runs it. */
export function tellBackupFault(error: unknown): string {
  const sentence = error instanceof BackupError ? FAULT_SENTENCES[error.fault] : null;
  return `KHÔNG ĐẠT: ${sentence ?? inWords('không làm được')(error)}`;
}
