/** Version of the words a resident agrees to. Raise it with every change of meaning; a report keeps the one it was given under. */
export const CONSENT_VERSION = '2026-11-22';

/** The two sentences before the first personal question, by version. */
export const CONSENT_TEXTS: Readonly<Record<string, string>> = {
  '2026-11-22':
    'Tôi sẽ lưu nội dung bạn kể, chứng cứ bạn gửi và thông tin liên hệ (nếu bạn để lại), ở dạng mã hóa, chỉ để cán bộ Công an xã xem xét phản ánh này và trả lời bạn. ' +
    'Bạn có thể ẩn danh, xem lại, rút phản ánh hoặc yêu cầu xóa bất cứ lúc nào; phần pháp luật buộc phải lưu sẽ được giải thích rõ.',
};
