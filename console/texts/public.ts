/** Pages for residents. */
export const publicTexts = {
  public: {
    home: 'Trang chủ',
    lookup: 'Tra cứu hồ sơ',
    privacy: 'Quyền riêng tư',
    staff: 'Dành cho cán bộ',
    emergency: 'Đang bị đe dọa hoặc đang bị ép chuyển tiền? Gọi 113 và tổng đài ngân hàng ngay.',
    broken: 'Hệ thống đang gặp sự cố',
    refused: 'Không đọc được nội dung gửi lên',
    refusedText: 'Nội dung quá dài hoặc không đúng dạng. Bạn quay lại trang trước và thử lại.',
    brokenText: 'Bạn thử lại sau ít phút. Việc gấp, hãy gọi 113 hoặc đến trụ sở Công an xã.',
    duty: 'Trực ban Công an xã:',
    notFound: 'Không có trang này',
    notFoundText: 'Đường dẫn chưa đúng hoặc đã bị cắt bớt. Xem hồ sơ đã gửi thì vào “Tra cứu hồ sơ”.',
  },
  landing: {
    title: 'Trợ lý an toàn trên mạng',
    lead: (commune: string) =>
      `Trợ lý tự động của ${commune} trên Zalo và Messenger. Hỏi về lừa đảo, an toàn trên mạng; gửi tin phản ánh kèm ảnh, ghi âm; theo dõi tin đã gửi.`,
    chat: 'Nhắn cho trợ lý',
    noChat: 'Kênh nhắn tin đang được thiết lập.',
    steps: [
      {
        title: 'Hỏi',
        text: 'Nhận câu trả lời do cán bộ soạn và kiểm tra, có ghi nguồn. Hỏi có dấu hay không dấu đều được.',
      },
      {
        title: 'Gửi tin',
        text: 'Kể chuyện đã xảy ra, gửi ảnh, biên lai, ghi âm. Có thể ẩn danh. Xong, bạn nhận mã hồ sơ và mã PIN.',
      },
      { title: 'Theo dõi', text: 'Dùng mã hồ sơ và PIN để xem Công an xã đã làm gì và nhắn gì cho bạn.' },
    ],
    neverTitle: 'Trợ lý không bao giờ',
    never: [
      'hỏi mã OTP, mật khẩu, số thẻ',
      'gửi đường link tải ứng dụng',
      'yêu cầu chuyển tiền hay đóng phí',
      'hứa lấy lại tiền hay mời bạn làm việc qua điện thoại, video',
    ],
    neverEnd: 'Ai nhắn khác những điều này là giả mạo.',
    initial:
      'Thông tin bạn gửi là thông tin phản ánh ban đầu, chưa thay cho việc trực tiếp tố giác, trình báo. Cán bộ sẽ xem xét, phân loại và có thể liên hệ với bạn.',
  },
  lookup: {
    title: 'Tra cứu hồ sơ',
    lead: 'Nhập mã hồ sơ và mã PIN trong tin xác nhận bạn đã nhận khi gửi.',
    code: 'Mã hồ sơ',
    codeHint: '8 chữ và số, ví dụ K7M4-QX9C. Viết thường hay bỏ gạch đều được.',
    pin: 'Mã PIN',
    pinHint: '6 số. Đây không phải mã OTP hay mật khẩu ngân hàng.',
    show: 'Xem hồ sơ',
    wrong: 'Mã hồ sơ hoặc mã PIN chưa đúng. Bạn kiểm tra lại tin xác nhận rồi nhập lại.',
    tooMany:
      'Đã thử sai nhiều lần nên tạm dừng tra cứu. Bạn chờ một lúc rồi thử lại, hoặc mang mã hồ sơ đến trụ sở Công an xã.',
    forgot:
      'Quên mã PIN? Nhắn “theo dõi” cho trợ lý bằng chính tài khoản Zalo hoặc Messenger bạn đã dùng để gửi: không cần PIN.',
    status: 'Trạng thái',
    category: 'Việc phản ánh',
    sentAt: 'Gửi lúc',
    receivedAt: 'Cán bộ tiếp nhận lúc',
    notReceived: 'chưa tiếp nhận',
    evidence: 'Chứng cứ đã nhận',
    evidenceCount: (count: number) => (count === 0 ? 'chưa có' : `${count} mục`),
    views: 'Cán bộ đã xem',
    viewsCount: (count: number) => (count === 0 ? 'chưa có lượt nào' : `${count} lượt`),
    lastView: (at: string) => `gần nhất ${at}`,
    wrote: 'Công an xã nhắn',
    nothingWritten: 'Chưa có tin nhắn nào của cán bộ.',
    steps: 'Các bước đã qua',
    sent: 'Bạn gửi tin phản ánh',
    added: 'Bạn gửi thêm',
    next: 'Muốn gửi thêm, trả lời cán bộ hoặc rút tin: nhắn “theo dõi” cho trợ lý trên Zalo hoặc Messenger.',
    done: 'Xem xong, hãy đóng trang này nếu dùng máy chung.',
    again: 'Tra cứu hồ sơ khác',
  },
  privacyPage: {
    title: 'Quyền riêng tư',
    lead: (commune: string) => `${commune} lưu gì khi bạn nhắn cho trợ lý, để làm gì, và bạn có quyền gì.`,
    sections: [
      {
        title: 'Lưu những gì',
        items: [
          'Khi bạn chỉ hỏi: nội dung hội thoại gần đây ở dạng mã hóa để trả lời tiếp mạch chuyện. Câu chưa trả lời được có thể giữ lại để cải thiện, sau khi đã bỏ tên, số điện thoại, số tài khoản, đường link.',
          'Khi bạn gửi tin phản ánh: điều bạn kể, ảnh, tệp bạn gửi, và tên, số điện thoại nếu bạn để lại.',
          'Khi bạn gặp việc khẩn cấp hoặc nhờ gặp cán bộ: lời bạn nhắn, ở dạng mã hóa, để cán bộ trực giúp ngay mà không phải hỏi lại.',
          'Tài khoản Zalo hoặc Messenger của bạn, chỉ ở dạng mã hóa, để trả lời được bạn.',
        ],
      },
      {
        title: 'Để làm gì, ai xem',
        items: [
          'Chỉ để cán bộ Công an xã xem xét tin bạn gửi và trả lời bạn. Khi thuộc thẩm quyền cơ quan khác, tin được chuyển theo quy định.',
          'Mỗi lần cán bộ mở hồ sơ đều được ghi nhật ký. Bạn xem được số lượt ở trang Tra cứu hồ sơ.',
          'Không bán, không dùng để quảng cáo.',
        ],
      },
      {
        title: 'Bảo vệ thế nào',
        items: [
          'Thông tin cá nhân và chứng cứ được mã hóa khi lưu. Chứng cứ có mã SHA-256 để phát hiện nếu bị thay đổi.',
          'Cán bộ đăng nhập bằng hai lớp: mật khẩu và mã trên điện thoại.',
          'Zalo, Messenger là nền tảng bên ngoài, vẫn biết bạn đã nhắn. Việc rất kín, hãy gọi điện hoặc đến gặp cán bộ.',
        ],
      },
      {
        title: 'Quyền của bạn',
        items: [
          'Ẩn danh: không ghi tên, số điện thoại. Khi đó cán bộ khó xác minh và hỏi thêm hơn.',
          'Xem, xuất, rút tin, yêu cầu xóa: nhắn “dữ liệu của tôi” cho trợ lý. Phần pháp luật buộc phải lưu sẽ được giải thích rõ, không bị xóa.',
          'Yêu cầu giữ bí mật và được thông báo kết quả theo quy định về tiếp nhận tố giác, tin báo.',
        ],
      },
      {
        title: 'Căn cứ',
        items: [
          'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, hiệu lực từ 01/01/2026.',
        ],
      },
    ],
    consentTitle: 'Lời đồng ý trước khi gửi tin',
    consentVersion: (version: string) => `Bản ngày ${version}`,
  },
} as const;
