import type { Commune } from '../turn-input.ts';

/** Consent and the resident's rights over their data. */
export const privacy = {
  question: (commune: Commune): string =>
    `Bạn có quyền xem, lấy bản sao, xin xóa dữ liệu của mình và dừng nhận tin cảnh báo. Toàn văn: ${commune.publicUrl}/quyen-rieng-tu`,
  button: {
    see: 'Xem dữ liệu',
    copy: 'Lấy bản tóm tắt',
    erase: 'Xin xóa dữ liệu',
    stop: 'Dừng nhận cảnh báo',
    yesErase: 'Xin xóa',
    noErase: 'Giữ lại',
    menu: 'Về menu',
  },
  nothingKept: 'Hiện không lưu tin phản ánh nào của bạn.',
  keptReports: (lines: readonly string[]): string =>
    `Đang lưu ${lines.length} tin phản ánh của bạn:\n${lines.join('\n')}`,
  reportLine: (code: string, date: string, category: string, status: string): string =>
    `• ${code}, gửi ${date}: ${category}. ${status}`,
  keptDraft: (since: string): string => `Một tin viết dở từ ${since}, tự xóa sau 7 ngày nếu không gửi.`,
  keptAlways:
    'Ngoài ra, ở dạng mã hóa: mã tài khoản chat của bạn, lời bạn nhắn lúc khẩn cấp và khi trò chuyện với cán bộ. Nhật ký kỹ thuật không chứa nội dung.',
  exported: (code: string, parts: readonly string[]): string => `Hồ sơ ${code}\n${parts.join('\n')}`,
  exportAll: 'Muốn bản đầy đủ có ký nhận, bạn yêu cầu tại trụ sở Công an xã hoặc nhắn “cán bộ”.',
  eraseQuestion:
    'Tin viết dở và lời bạn nhắn lúc khẩn cấp sẽ được xóa ngay. Tin đã gửi là hồ sơ vụ việc: cán bộ xem xét xóa phần pháp luật cho phép và trả lời bạn trong 2 ngày làm việc. Bạn chắc chứ?',
  erased:
    'Đã ghi nhận yêu cầu xóa, cán bộ sẽ trả lời bạn. Tin viết dở và lời nhắn lúc khẩn cấp, nếu có, đã xóa.',
  erasedDraftOnly: 'Đã xóa tin viết dở và lời nhắn lúc khẩn cấp, nếu có. Không lưu hồ sơ nào của bạn.',
  keptAfterAll: 'Vâng, giữ nguyên.',
  stopped: 'Đã dừng gửi tin cảnh báo cho bạn. Trả lời về hồ sơ của bạn thì vẫn được gửi.',
  residentName: 'Người dân',
  eraseNote: 'Người dân yêu cầu xóa dữ liệu cá nhân.',
  leftNote:
    'Người dân đã rút đồng ý hoặc rời kênh này. Hội thoại và tin viết dở đã xóa; cán bộ xem xét xóa phần dữ liệu cá nhân mà pháp luật cho phép.',
} as const;
