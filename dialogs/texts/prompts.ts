/** What is said when a reply was not understood, and the buttons that stand under many questions. */
export const prompts = {
  button: {
    human: 'Gặp cán bộ',
    menu: 'Về menu',
    skip: 'Bỏ qua',
    goOn: 'Làm tiếp tin',
    later: 'Để sau',
  },
  chooseOne: 'Bạn bấm một nút bên dưới, hoặc gõ số thứ tự giúp nhé.',
  yesOrNo: 'Bạn trả lời “có” hoặc “không” giúp nhé.',
  needsWords: 'Phần này cần bạn gõ bằng chữ.',
  tooLong:
    'Tin nhắn dài quá nên mới đọc được 10.000 ký tự đầu. Phần còn lại bạn gửi tiếp bằng tin nhắn khác nhé.',
  wayOut: 'Phần này vẫn chưa hiểu đúng ý bạn. Bạn có thể nhắn với cán bộ, hoặc về menu.',
  wayOutWithSkip: 'Phần này vẫn chưa hiểu đúng ý bạn. Không sao, bạn có thể bỏ qua, hoặc nhắn với cán bộ.',
  oldButton: 'Nút này thuộc về câu hỏi trước nên không dùng được nữa.',
  oldButtonIdle:
    'Nút này thuộc về câu hỏi trước nên không dùng được nữa. Bạn cần gì thì chọn bên dưới, hoặc cứ gõ câu hỏi.',
  emptyMessage: 'Trợ lý chưa đọc được tin này. Bạn gõ bằng chữ giúp nhé.',
  skipped: 'Vâng, bỏ qua. Khi cần, bạn cứ nhắn tiếp ở đây.',
  cannotSkip: 'Câu này cần được trả lời thì mới làm tiếp được.',
  nothingToCorrect: 'Lúc này chưa có gì để sửa.',
  cancelled: 'Đã dừng lại. Khi cần, bạn cứ nhắn tiếp ở đây.',
  noHurry: 'Vâng, bạn cứ từ từ. Khi nào xong thì nhắn tiếp ở đây.',
  noHurryInside: 'Vâng, bạn cứ từ từ. Khi nào xong thì trả lời tiếp câu trên.',
  goodbye: 'Chào bạn. Khi cần, bạn cứ nhắn ở đây. Việc khẩn cấp hãy gọi 113.',
  thanks: 'Không có gì. Bạn giữ an toàn nhé.',
  newVersion:
    'Trợ lý vừa được cập nhật nên xin phép bắt đầu lại từ đây. Tin phản ánh bạn đang viết dở, nếu có, vẫn còn nguyên.',
  helpInside:
    'Bạn trả lời câu đang hỏi, hoặc gõ:\n• “quay lại”: về câu trước\n• “bỏ qua”: không trả lời câu này\n• “để sau”: lưu lại, lúc khác làm tiếp\n• “hủy”: dừng lại\n• “cán bộ”: nhắn với người thật\nĐang nguy hiểm, hãy gọi 113 ngay.',
} as const;
