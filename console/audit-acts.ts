import type { AuditEntry, Transact } from '../reports/ports.ts';
import type { StaffMember } from '../reports/staff.ts';
import { reportSubject } from '../reports/staff-looks.ts';

export { countViews, reportSubject } from '../reports/staff-looks.ts';

/** What members of staff do that is kept for ever, with its name for people. */
export const AUDIT_ACTS = {
  'signed-in': 'Đăng nhập',
  'sign-in-failed': 'Đăng nhập sai',
  'invitation-used': 'Kích hoạt tài khoản',
  'password-changed': 'Đổi mật khẩu',
  'traces-searched': 'Tìm theo dấu vết',
  'report-viewed': 'Mở xem hồ sơ',
  'report-printed': 'Mở bản in hồ sơ',
  'evidence-viewed': 'Xem chứng cứ',
  'evidence-downloaded': 'Tải bản gốc chứng cứ',
  'status-changed': 'Đổi trạng thái',
  'urgency-changed': 'Đổi mức khẩn cấp',
  'category-changed': 'Đổi nhóm',
  classified: 'Phân loại',
  assigned: 'Giao xử lý',
  noted: 'Ghi chú',
  'contact-erased': 'Xóa tên, số điện thoại người báo',
  'resident-written': 'Nhắn người dân',
  'alert-taken': 'Nhận báo động',
  'indicator-verified': 'Xác nhận dấu vết',
  'indicator-taken-back': 'Bỏ xác nhận dấu vết',
  'conversation-opened': 'Mở trò chuyện từ báo động',
  'conversation-viewed': 'Mở trò chuyện',
  'conversation-answered': 'Trả lời trò chuyện',
  'conversation-ended': 'Kết thúc trò chuyện',
  'article-saved': 'Lưu nháp bài viết',
  'article-published': 'Xuất bản bài viết',
  'question-settled': 'Xử lý câu chưa trả lời',
  'letter-replayed': 'Chạy lại sự kiện lỗi',
  'zalo-consent': 'Cấp lại quyền Zalo',
  'staff-added': 'Thêm tài khoản',
  'staff-disabled': 'Khóa tài khoản',
  'staff-enabled': 'Mở lại tài khoản',
  'staff-reset': 'Cấp lại liên kết',
} as const;

export type AuditAct = keyof typeof AUDIT_ACTS;

/** The report that a subject names; null when it is something else. */
export function reportIdOf(subject: string): string | null {
  const prefix = reportSubject('');
  return subject.startsWith(prefix) ? subject.slice(prefix.length) : null;
}

export const staffSubject = (staffId: string): string => `staff:${staffId}`;
export const alertSubject = (alertId: string): string => `alert:${alertId}`;
export const handoverSubject = (handoverId: string): string => `handover:${handoverId}`;
export const articleSubject = (slug: string): string => `article:${slug}`;
export const SYSTEM_SUBJECT = 'system';

type Who = Pick<StaffMember, 'id' | 'name'>;

export function auditEntry(
  by: Who,
  action: AuditAct,
  subject: string,
  at: Date,
  detail: string | null = null,
): AuditEntry {
  return { at, staffId: by.id, staffName: by.name, action, subject, detail };
}

/** Keeps an act that changes nothing else, such as looking. Resolves when it is stored: show only then. */
export async function recordAct(transact: Transact, entry: AuditEntry): Promise<void> {
  await transact((work) => {
    work.audit.record(entry);
    return Promise.resolve();
  });
}
