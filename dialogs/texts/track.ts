/** Following a report by code and PIN, adding to it, taking it back. */
export const track = {
  listQuestion: (lines: readonly string[]): string =>
    `Bạn đã gửi ${lines.length} tin. Bạn muốn xem tin nào?\n\n${lines.join('\n')}`,
  listLine: (position: number, code: string, date: string, category: string): string =>
    `${position}. ${code}, ${date}: ${category}`,
  codeQuestion: 'Bạn gõ mã hồ sơ, gồm 8 chữ và số, ví dụ K7M4-RX9C.',
  codeMalformed:
    'Mã này chưa đúng dạng. Mã gồm 8 chữ và số, viết trong tin xác nhận khi bạn gửi tin phản ánh.',
  pinQuestion:
    'Bạn gõ mã PIN 6 số của hồ sơ này. PIN chỉ dùng để xem hồ sơ, không phải OTP hay mật khẩu ngân hàng.',
  pinMalformed: 'PIN gồm đúng 6 chữ số.',
  lost: 'Không sao, tin đã gửi vẫn được lưu.\n• Mã và PIN nằm trong tin nhắn “ĐÃ GỬI” hôm bạn gửi; mã còn có trên biên nhận PDF.\n• Mở đúng tài khoản Zalo, Messenger đã dùng để gửi rồi gõ “xem hồ sơ”: không cần mã và PIN.\n• Không tìm lại được: để người khác không xem được tin của bạn, trợ lý không mở hồ sơ khi thiếu mã hoặc PIN. Bạn nhắn cán bộ trực, hoặc đến trụ sở Công an xã để được hướng dẫn.\nTìm thấy thì bạn gõ vào đây.',
  noCode: 'Chưa thấy mã hồ sơ hay PIN trong tin vừa rồi.',
  leftOpen: 'Việc xem hồ sơ để lại sau. Khi có mã, bạn cứ gõ vào đây.',
  wrong: 'Mã hồ sơ hoặc PIN chưa đúng. Bạn kiểm tra lại tin xác nhận rồi gõ lại mã nhé.',
  blocked: (until: string): string =>
    `Đã thử sai nhiều lần nên tạm dừng việc tra cứu tại đây đến ${until}. Bạn có thể mang mã hồ sơ đến trụ sở Công an xã.`,
  report: (parts: {
    readonly code: string;
    readonly sent: string;
    readonly category: string;
    readonly status: string;
    readonly evidence: number;
    readonly looks: string;
  }): string =>
    `Hồ sơ ${parts.code}\nGửi lúc ${parts.sent}\nViệc: ${parts.category}\nChứng cứ: ${parts.evidence} tệp\n${parts.looks}\n\n${parts.status}`,
  looks: (count: number, lastAt: string | null): string =>
    lastAt === null ? 'Cán bộ đã xem: chưa có lượt nào' : `Cán bộ đã xem: ${count} lượt, gần nhất ${lastAt}`,
  officerAsked: (text: string, at: string): string => `Cán bộ nhắn lúc ${at}:\n“${text}”`,
  sorryForWaiting:
    'Xin lỗi bạn đã phải chờ. Hồ sơ của bạn đang thế này; bạn nhắn “cán bộ” để hỏi thẳng người trực.',
  sorryNothingHere:
    'Xin lỗi bạn đã phải chờ. Ở tài khoản chat này chưa có tin nào của bạn. Có mã hồ sơ thì tra được ngay, hoặc nhắn thẳng với cán bộ trực.',
  whatNext: 'Bạn muốn làm gì với hồ sơ này?',
  button: {
    lost: 'Không còn mã',
    add: 'Gửi thêm',
    reply: 'Trả lời cán bộ',
    withdraw: 'Rút tin',
    other: 'Mã khác',
    byCode: 'Tra bằng mã',
    menu: 'Về menu',
    done: 'Xong',
    solved: 'Việc đã xong',
    mistake: 'Gửi nhầm',
    noReason: 'Không muốn nêu',
    yesWithdraw: 'Rút tin này',
    noWithdraw: 'Giữ lại',
  },
  addQuestion: 'Bạn gõ thêm điều muốn nói, hoặc gửi ảnh, tệp. Xong thì bấm “Xong”.',
  added: 'Đã thêm vào hồ sơ. Bạn gửi tiếp, hoặc bấm “Xong”.',
  addDone: 'Cán bộ sẽ thấy phần bạn vừa gửi.',
  tooMuch: 'Hồ sơ này đã nhận tối đa số tin và tệp. Bạn gõ “cán bộ” để nhắn trực tiếp.',
  withdrawReason: 'Vì sao bạn rút tin? Cán bộ sẽ đọc được lý do này.',
  withdrawQuestion: 'Rút tin thì cán bộ vẫn thấy nội dung và lý do, không có gì bị xóa. Bạn chắc chứ?',
  withdrawn: (code: string): string => `Đã rút hồ sơ ${code}. Nếu có chuyện mới, bạn cứ gửi tin khác.`,
  notWithdrawn: 'Vâng, hồ sơ được giữ nguyên.',
  cannotWithdraw: 'Hồ sơ này không còn rút được nữa.',
  gone: 'Không mở được hồ sơ này lúc này. Bạn thử lại sau nhé.',
} as const;
