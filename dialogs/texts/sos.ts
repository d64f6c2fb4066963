/** The first minutes: short sentences, numbers first. */
export const sos = {
  bankQuestion: 'Bạn chuyển tiền từ ngân hàng nào? Bấm hoặc gõ tên, trợ lý đưa số tổng đài ngay.',
  bankQuestionAccount: 'Tài khoản của bạn ở ngân hàng nào? Bấm hoặc gõ tên, trợ lý đưa số tổng đài ngay.',
  otherBank: 'Ngân hàng khác',
  moreBanks: 'Bạn chọn ngân hàng, hoặc gõ tên.',
  noBank: 'Không qua ngân hàng',
  withoutBank:
    'Chuyển bằng ví: gọi ngay tổng đài ghi trong ứng dụng ví, xin tra soát khẩn. Thẻ cào: gọi nhà mạng. Tiền mặt: nhớ lại nơi đưa, người nhận.',
  bankCall: (name: string, number: string, lockHint: string | null): string =>
    `GỌI NGAY ${name}: ${number}\n(ưu tiên số in ở mặt sau thẻ hoặc trong ứng dụng ngân hàng)${lockHint === null ? '' : `\n\n${lockHint}.`}`,
  bankUnknown: (typed: string): string =>
    `Trợ lý chưa có số của ${typed} đã được xác nhận. GỌI NGAY số in ở mặt sau thẻ hoặc trong ứng dụng của ngân hàng đó. Đừng gọi số tìm trên mạng.`,
  bankUnknownNoName:
    'GỌI NGAY số in ở mặt sau thẻ hoặc trong ứng dụng ngân hàng của bạn. Đừng gọi số tìm trên mạng.',
  whatToSay: (facts: readonly string[]): string =>
    `Nói với tổng đài:\n“Tôi bị lừa chuyển tiền. Đề nghị khóa khẩn cấp tài khoản, thẻ và ngân hàng số của tôi; tra soát khẩn, đề nghị phối hợp tạm giữ tiền ở tài khoản nhận.”\n\nĐọc kèm: số tài khoản của bạn; số tài khoản, tên, ngân hàng nhận; số tiền; giờ chuyển; mã giao dịch.${facts.length > 0 ? `\n\nBạn đã cho biết: ${facts.join('; ')}.` : ''}`,
  whatToSayLocked:
    'Nói với tổng đài:\n“Tôi bị lộ thông tin, nghi bị chiếm tài khoản. Đề nghị khóa khẩn cấp thẻ, tài khoản và ngân hàng số của tôi, kiểm tra giao dịch vừa rồi.”\n\nKhông đọc mã OTP cho bất kỳ ai, kể cả người tự xưng tổng đài.',
  next: 'Gọi xong, bạn bấm để báo tin cho Công an xã. Những gì bạn đã kể được điền sẵn.',
  nextNoBank: 'Bạn bấm để báo tin cho Công an xã. Những gì bạn đã kể được điền sẵn.',
  nextPerson: 'Bạn muốn nhắn với cán bộ ngay bây giờ không? Cán bộ trực sẽ được báo.',
  button: {
    report: 'Báo tin ngay',
    human: 'Gặp cán bộ ngay',
    anotherBank: 'Ngân hàng khác',
    steps: 'Xem từng bước',
    safe: 'Tôi tạm ổn rồi',
    resume: 'Viết tiếp tin dở',
  },
  safe: 'Vâng. Bạn giữ lại mọi tin nhắn, biên lai. Cần gì cứ nhắn ngay ở đây.',
  stay: {
    usual: 'Đã ghi lại lời bạn để báo tin. Nếu tình hình xấu đi, gọi 113 ngay.',
    ashamed:
      'Bạn không có lỗi, và không phải chịu một mình. Đừng chuyển tiền, đừng gửi thêm ảnh. Đã ghi lại lời bạn; bị đe dọa tới nơi thì gọi 113.',
    child:
      'Em không có lỗi, và không phải chịu một mình. Gọi 111, có người nghe ngày đêm và giúp em nói với bố mẹ. Đã ghi lại lời em.',
    life: 'Nỗi đau này có người cùng gánh với bạn. Gọi một người thân, hoặc 115, ngay bây giờ. Bấm “Gặp cán bộ ngay”, cán bộ trực sẽ được báo.',
  },
  keptWriting: 'Những gì bạn vừa kể vẫn được ghi vào tin phản ánh.',
  draftKept: 'Tin phản ánh bạn đang viết vẫn được giữ.',
} as const;
