import type { Commune } from '../turn-input.ts';

/** Words of the report dialog; the questions themselves are in reports/questionnaires. */
export const report = {
  shareNumber: {
    title: 'Gửi số điện thoại của bạn',
    text: 'Bấm để gửi số đã lưu trong ứng dụng, hoặc gõ số vào đây cũng được.',
  },
  button: {
    agree: 'Đồng ý, bắt đầu',
    anonymous: 'Báo ẩn danh',
    decline: 'Không đồng ý',
    resume: 'Viết tiếp',
    fresh: 'Viết tin mới',
    moreCategories: 'Xem thêm loại khác',
    right: 'Đúng rồi',
    wrong: 'Không đúng',
    correct: 'Sửa',
    send: 'Gửi tin',
    later: 'Để sau',
    cancel: 'Hủy',
    discard: 'Bỏ hẳn',
    goOn: 'Viết tiếp',
    addToOld: 'Thêm vào tin cũ',
    sendNew: 'Gửi thành tin mới',
    follow: 'Xem hồ sơ đã gửi',
    menu: 'Về menu',
    skip: 'Bỏ qua',
    unknown: 'Không nhớ',
    offendersNumber: 'Số của đối tượng',
    ownNumber: 'Số của tôi',
    receivingAccount: 'Số tài khoản nhận',
    leaveAsIs: 'Để nguyên',
  },
  consent: (sentences: string, commune: Commune): string =>
    `${sentences}\nĐọc toàn văn: ${commune.publicUrl}/quyen-rieng-tu\n\nBạn đồng ý để bắt đầu chứ?`,
  consentAgain: 'Chưa gửi gì đi đâu cả. Bạn đồng ý để bắt đầu chứ? Bấm một nút bên dưới giúp nhé.',
  consentAfterMore:
    'Đã giữ lời bạn vừa kể. Chưa gửi gì đi đâu cả. Bạn đồng ý để bắt đầu chứ? Bấm một nút bên dưới giúp nhé.',
  declined:
    'Vâng, không lưu gì cho tin phản ánh này. Bạn có thể đến trụ sở Công an xã bất cứ lúc nào, hoặc gọi 113 khi khẩn cấp.',
  mayBeAnonymous: 'Vâng, bạn báo ẩn danh được: bấm “Báo ẩn danh” bên dưới.',
  anonymousLimits:
    'Tin ẩn danh: không lưu tên và số điện thoại của bạn; tài khoản chat chỉ lưu dạng mã hóa để trả lời bạn tại đây. Nói rõ để bạn biết: cán bộ sẽ khó xác minh và khó hỏi thêm hơn.',
  resumeOrNew: (since: string): string =>
    `Bạn còn một tin phản ánh viết dở từ ${since}. Bạn viết tiếp tin đó, hay viết tin mới?`,
  resumed: 'Ta làm tiếp tin đang viết dở.',
  categoryQuestion:
    'Bạn muốn báo việc gì? Cứ kể chuyện đã xảy ra: khi nào, qua đâu, mất bao nhiêu, chuyển cho ai. Hoặc chọn một loại bên dưới.',
  categoryMore: 'Các loại khác:',
  counted: (n: number, of: number, question: string): string => `(${n}/${of}) ${question}`,
  /** Confirmed by answering the question under it, and once more by the summary. */
  understood: (lines: readonly string[], question: string): string =>
    `Từ lời bạn kể, tôi hiểu:\n${lines.join('\n')}\nChưa đúng thì gõ “sửa”.\n\n${question}`,
  line: (label: string, text: string): string => `• ${label}: ${text}`,
  receiptShows: (text: string): string => `Biên lai ghi ${text}, đúng không?`,
  pictureShows: (text: string): string =>
    `Trong ảnh bạn gửi, tôi đọc được: ${text}. Đây có phải của đối tượng không?`,
  pictureTaken: 'Vâng, đã ghi vào tin.',
  pictureLeft: 'Vâng, không ghi phần đọc được. Ảnh vẫn được giữ làm chứng cứ.',
  receiptLine: (text: string): string => `Biên lai: ${text}`,
  pictureLine: (text: string): string => `Trong ảnh: ${text}`,
  childSafety: 'Xin đừng gửi ảnh, clip nhạy cảm của trẻ em. Chỉ cần đường link hoặc mô tả bằng lời.',
  summary: (lines: readonly string[]): string =>
    `Bạn xem lại trước khi gửi:\n\n${lines.join('\n')}\n\nĐúng thì bấm “Gửi tin”. Muốn sửa dòng nào, gõ “sửa” kèm số dòng, ví dụ “sửa 2”.`,
  summaryLine: (position: number, label: string, text: string): string => `${position}. ${label}: ${text}`,
  label: { category: 'Loại việc', evidence: 'Chứng cứ', none: 'chưa có' },
  shortened: (start: string, chars: number): string => `${start}… (đã lưu đủ ${chars} ký tự)`,
  pickLine: (count: number): string => `Bạn muốn sửa dòng nào? Gõ số từ 1 đến ${count}.`,
  noSuchLine: (count: number): string => `Chưa rõ dòng nào. Bạn gõ một số từ 1 đến ${count} giúp nhé.`,
  correcting: (label: string): string => `Sửa “${label}”.`,
  corrected: 'Đã sửa.',
  changed: (label: string, text: string, before: string): string =>
    `Đã sửa “${label}”: ${text} (trước ghi: ${before}).`,
  filledIn: (label: string, text: string): string => `Đã ghi “${label}”: ${text}.`,
  whoseNumber: (number: string): string =>
    `Số ${number} là của ai? Nếu là số của bạn, cán bộ sẽ gọi lại số này.`,
  numberStands: (number: string, label: string): string => `Số ${number} đã có ở dòng “${label}”.`,
  numberLeft: 'Vâng, không ghi số vừa rồi.',
  unnamedNumber:
    'Bạn đang báo ẩn danh nên số này không được ghi. Muốn cán bộ gọi lại, bạn gõ “sửa liên hệ lại”.',
  offendersNumber: (number: string): string => `Số của đối tượng: ${number}`,
  anotherKept:
    'Việc này nên là một tin riêng để cán bộ xử lý cho đúng. Trợ lý đã giữ lời bạn kể: gửi xong tin này, ta báo tiếp việc đó ngay.',
  anotherLater: 'Vâng, việc đó là một tin riêng. Gửi xong tin này, ta báo tiếp việc đó ngay.',
  anotherNow: 'Giờ ta báo tiếp việc kia, thành một tin riêng.',
  notedUnknown: 'Vâng, ghi là “không nhớ”.',
  reachByChat: 'Vâng, cán bộ sẽ nhắn bạn tại đây.',
  needed: 'Câu này cần có thì cán bộ mới xem được. Bạn ghi một câu ngắn cũng được.',
  cancelQuestion: 'Bạn muốn bỏ hẳn tin này, hay để sau viết tiếp?',
  discarded: 'Đã bỏ tin viết dở, không lưu lại.',
  later: 'Tin được giữ 7 ngày. Khi nào tiện, bạn gõ “viết tiếp”.',
  firstQuestion: 'Đây là câu đầu tiên rồi.',
  duplicate: (code: string, date: string): string =>
    `Hình như bạn đã gửi một tin về việc này (mã ${code}, ngày ${date}). Bạn muốn thêm vào tin đó, hay gửi thành tin mới?`,
  addedToOld: (code: string): string => `Đã thêm nội dung và chứng cứ vào hồ sơ ${code}. Cán bộ sẽ thấy.`,
  cannotAddToOld: 'Tin cũ không nhận thêm được nữa. Bạn gửi thành tin mới nhé.',
  storyFull: 'Lời kể đã dài lắm rồi. Phần còn lại bạn gửi bằng ảnh, tệp, hoặc nhắn “cán bộ” nhé.',
  storyAdded: 'Đã ghi thêm vào lời kể.',
  spoken: {
    money: (text: string): string => `số tiền ${text}`,
    when: (text: string): string => `lúc ${text}`,
    account: (text: string): string => `tài khoản nhận ${text}`,
  },
  notMoney: 'Chưa rõ số tiền. Bạn ghi như: 500k, 15 triệu, 1 tỷ 2. Chưa mất thì ghi 0.',
  whichAmount: (amounts: readonly string[]): string =>
    `Số này là ${amounts.join(' hay ')}? Bạn ghi rõ giúp, ví dụ “15 triệu” hoặc “500k”.`,
  howMuchInAll: (sum: string, largest: string): string =>
    `Bạn kể nhiều lần chuyển: cộng lại là ${sum}, số lớn nhất là ${largest}. Tổng cộng bạn mất bao nhiêu? Bạn ghi một con số giúp nhé.`,
  notWhen: 'Chưa rõ lúc nào. Bạn ghi như “hôm qua tầm 9 giờ tối”, hoặc “không nhớ”.',
  notWhere: 'Cảm ơn bạn, đó là lúc xảy ra. Còn về nơi, bạn chọn bên dưới hoặc gõ “không rõ” cũng được.',
  notPhone: 'Chưa rõ số điện thoại. Bạn ghi đủ số, ví dụ 0912 345 678.',
  notChoice: 'Bạn chọn một mục bên dưới, hoặc gõ số thứ tự giúp nhé.',
  sent: (code: string, pin: string): string =>
    `ĐÃ GỬI\nMã hồ sơ: ${code}\nMã PIN: ${pin}\n\nBạn chụp lại màn hình này. PIN chỉ để xem hồ sơ, đừng đưa cho ai.`,
  /** Domain facts 3.4.1, shortened nowhere. */
  standing: (commune: Commune, moment: string, code: string): string =>
    `Thông tin bạn gửi qua trợ lý này được chuyển tới cán bộ trực ${commune.policeName} và ghi nhận lúc ${moment}, mã ${code}. Đây là thông tin phản ánh ban đầu, chưa thay cho việc bạn trực tiếp tố giác, trình báo. Cán bộ sẽ xem xét, phân loại và có thể liên hệ hoặc mời bạn đến trụ sở làm việc, ký biên bản. Bạn có quyền được giữ bí mật thông tin và được thông báo kết quả theo quy định. Người cố ý báo tin sai sự thật phải chịu trách nhiệm trước pháp luật. Nếu đang bị đe dọa hoặc đang chuyển tiền, hãy gọi 113 và tổng đài ngân hàng ngay.`,
  receipt: (url: string): string =>
    `Biên nhận có chữ ký số (PDF): ${url}\nBạn tải về giữ lại. Trong đó không có tên, số điện thoại hay mã PIN.`,
  whatNext: (commune: Commune): string =>
    `Việc cần làm tiếp: giữ nguyên tin nhắn, biên lai, số điện thoại của đối tượng; đừng chuyển thêm tiền, kể cả “phí lấy lại tiền”. Xem hồ sơ tại đây hoặc ở ${commune.publicUrl}/tra-cuu. Bạn có thể gửi thêm bất cứ lúc nào.`,
  /** Before a report that somebody began by telling all of it. */
  firstOfAll:
    'Trước hết: đừng chuyển thêm tiền, đừng đọc mã OTP, đừng cài gì theo lời họ; đang nghe máy thì cúp máy. Vừa chuyển tiền: gọi ngay ngân hàng (số in ở mặt sau thẻ) xin tạm giữ. Bị đe dọa: gọi 113.',
  alreadySent: (code: string, moment: string): string =>
    `Tin này đã được gửi lúc ${moment}, mã ${code}. Không cần gửi lại.`,
} as const;
