/** Answers from the knowledge base, and what follows when they do not fit. */
export const ask = {
  feedback: 'Có đúng điều bạn cần không?',
  button: {
    right: 'Đúng rồi',
    wrong: 'Chưa đúng',
    steps: 'Xem từng bước',
    none: 'Không phải',
    sos: 'Làm gì ngay bây giờ',
    report: 'Gửi tin phản ánh',
    check: 'Kiểm tra số, link',
    track: 'Xem hồ sơ đã gửi',
    human: 'Gặp cán bộ',
    menu: 'Về menu',
    yesHuman: 'Có, gặp cán bộ',
    noHuman: 'Để tôi hỏi lại',
  },
  call: (number: string, name: string): string => `Gọi ${number} (${name}).`,
  urgentFallback:
    'Đang bị đe dọa, nguy hiểm: gọi 113. Cấp cứu: 115. Trẻ em: 111.\nDừng chuyển tiền. Gọi tổng đài ngân hàng (số in ở mặt sau thẻ) để khóa tài khoản.',
  worded: 'Lời trên do máy viết gọn lại từ bài đã duyệt. Bấm “Xem từng bước” để đọc đủ.',
  glad: 'Vâng. Khi cần, bạn cứ hỏi tiếp.',
  didYouMean: 'Có phải bạn muốn hỏi một trong các việc này?',
  others: 'Xin lỗi, chưa đúng ý bạn. Có phải một trong các việc này không?',
  list: (titles: readonly string[]): string =>
    titles.map((title, index) => `${index + 1}. ${title}`).join('\n'),
  notFound:
    'Việc này trợ lý chưa có câu trả lời chắc chắn, nên không đoán. Bạn thử hỏi bằng câu khác, ngắn hơn, hoặc chọn bên dưới.',
  noted: 'Câu hỏi của bạn đã được ghi lại (không kèm thông tin cá nhân) để cán bộ bổ sung câu trả lời.',
  offerPerson: 'Trợ lý chưa giúp đúng ý bạn. Bạn có muốn nhắn với cán bộ không?',
  askAgain: 'Vâng, bạn cứ hỏi lại. Nói rõ chuyện gì xảy ra, qua đâu, thì dễ tìm hơn.',
  articleGone: 'Bài này vừa được cán bộ gỡ xuống để sửa. Bạn hỏi lại giúp nhé.',
  backToReport: 'Giờ ta làm tiếp tin phản ánh.',
  orGoOn: 'Hoặc bạn trả lời tiếp câu đang hỏi.',
  thisOne: (position: number): string => `Việc số ${position}`,
} as const;

export const outOfScope = {
  fallback:
    'Việc này không thuộc phần trợ lý phụ trách. Bạn hỏi bộ phận một cửa của UBND xã, hoặc nhắn với cán bộ.',
} as const;

export const refuse = {
  fallback:
    'Việc này trợ lý không giúp được. Nếu bạn cần hỏi về an toàn trên mạng hoặc gửi tin phản ánh, bạn cứ nhắn.',
} as const;
