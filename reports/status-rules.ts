import type { Actor, ReportStatus } from './report.ts';

/** One allowed change of status: by whom, and whether a reason must be given. */
export interface StatusRule {
  readonly to: ReportStatus;
  readonly by: Actor['kind'];
  readonly needsNote: boolean;
}

const staff = (to: ReportStatus, needsNote = false): StatusRule => ({ to, by: 'staff', needsNote });
const withdrawal: StatusRule = { to: 'withdrawn', by: 'resident', needsNote: true };

/**
 * Every change of status that exists. What is not listed is refused. A finished report is reopened by staff alone and
 * with a reason; a withdrawn one may still be worked on, because a crime does not end with the withdrawal.
 */
export const STATUS_RULES: Readonly<Record<ReportStatus, readonly StatusRule[]>> = {
  new: [
    staff('received'),
    staff('verifying'),
    staff('transferred', true),
    staff('rejected', true),
    withdrawal,
  ],
  received: [
    staff('verifying'),
    staff('transferred', true),
    staff('answered'),
    staff('rejected', true),
    withdrawal,
  ],
  verifying: [staff('transferred', true), staff('answered'), staff('rejected', true), withdrawal],
  transferred: [staff('verifying', true), staff('answered'), staff('closed'), withdrawal],
  answered: [staff('closed'), staff('verifying', true)],
  closed: [staff('verifying', true)],
  rejected: [staff('verifying', true), staff('closed')],
  withdrawn: [staff('verifying', true), staff('closed')],
};

export interface StatusWords {
  /** For the console. */
  readonly label: string;
  /** For the resident: what it means for them. */
  readonly plain: string;
}

export const STATUS_WORDS: Readonly<Record<ReportStatus, StatusWords>> = {
  new: {
    label: 'Mới',
    plain: 'Phản ánh đã được ghi nhận và đang chờ cán bộ trực xem.',
  },
  received: {
    label: 'Đã tiếp nhận',
    plain: 'Cán bộ Công an xã đã tiếp nhận phản ánh và đang xem nội dung.',
  },
  verifying: {
    label: 'Đang xác minh',
    plain: 'Công an xã đang kiểm tra, xác minh. Cán bộ có thể nhắn hỏi thêm.',
  },
  transferred: {
    label: 'Đã chuyển',
    plain: 'Phản ánh đã được chuyển tới cơ quan có thẩm quyền để xem xét.',
  },
  answered: {
    label: 'Đã trả lời',
    plain: 'Công an xã đã trả lời. Nếu còn điều chưa rõ, bạn có thể gửi thêm thông tin.',
  },
  closed: {
    label: 'Đã kết thúc',
    plain: 'Việc xem xét phản ánh này đã kết thúc.',
  },
  rejected: {
    label: 'Không xử lý tiếp',
    plain:
      'Cán bộ đã xem và không xử lý tiếp phản ánh này. Nếu có thêm thông tin, bạn vẫn có thể gửi bổ sung.',
  },
  withdrawn: {
    label: 'Người dân rút',
    plain: 'Bạn đã rút phản ánh này. Cán bộ vẫn thấy lý do bạn nêu.',
  },
};

/** Statuses in which nothing more is expected from the police. */
export const FINISHED_STATUSES: readonly ReportStatus[] = ['closed', 'rejected', 'withdrawn'];

/** The rule for this change, or null when nobody of this kind may make it. */
export function statusRule(from: ReportStatus, to: ReportStatus, by: Actor['kind']): StatusRule | null {
  return STATUS_RULES[from].find((rule) => rule.to === to && rule.by === by) ?? null;
}

/** What this person may choose next, in the order of the table. */
export function nextStatuses(from: ReportStatus, by: Actor['kind']): readonly StatusRule[] {
  return STATUS_RULES[from].filter((rule) => rule.by === by);
}
