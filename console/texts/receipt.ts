/** The signed receipt, and the page that tells a real one from a forged one. */
export const receiptTexts = {
  receipt: {
    title: 'Biên nhận tin phản ánh',
    heading: 'BIÊN NHẬN TIN PHẢN ÁNH',
    code: 'Mã hồ sơ',
    sentAt: 'Ghi nhận lúc',
    evidence: 'Chứng cứ nhận kèm',
    evidenceCount: (count: number) => (count === 0 ? 'không có' : `${count} mục`),
    /** Domain facts 3.4.1, shortened nowhere. */
    standing: (commune: string, moment: string, code: string) =>
      `Thông tin bạn gửi qua trợ lý này được chuyển tới cán bộ trực ${commune} và ghi nhận lúc ${moment}, mã ${code}. Đây là thông tin phản ánh ban đầu, chưa thay cho việc bạn trực tiếp tố giác, trình báo. Cán bộ sẽ xem xét, phân loại và có thể liên hệ hoặc mời bạn đến trụ sở làm việc, ký biên bản. Bạn có quyền được giữ bí mật thông tin và được thông báo kết quả theo quy định. Người cố ý báo tin sai sự thật phải chịu trách nhiệm trước pháp luật. Nếu đang bị đe dọa hoặc đang chuyển tiền, hãy gọi 113 và tổng đài ngân hàng ngay.`,
    qr: 'Quét để tra cứu hồ sơ (cần mã PIN)',
    signed: 'Phần được ký',
    signedNote: (url: string) =>
      `Chữ ký số Ed25519 trên các dòng dưới đây. Kiểm tra thật giả: chép các dòng này vào trang ${url}`,
    fileName: (code: string) => `bien-nhan-${code}.pdf`,
    unknown: 'Không có biên nhận này',
    unknownText: 'Đường dẫn chưa đúng hoặc đã bị cắt bớt. Bạn mở lại đường dẫn trong tin xác nhận.',
    checkTitle: 'Kiểm tra biên nhận',
    checkLead:
      'Chép phần được ký ở cuối biên nhận (từ dòng commune-police-receipt đến dòng signature) vào đây.',
    field: 'Phần được ký',
    check: 'Kiểm tra',
    real: (code: string) => `Biên nhận thật: hồ sơ ${code}, nội dung không bị sửa.`,
    forged: 'Không khớp chữ ký: biên nhận này không phải do hệ thống cấp, hoặc đã bị sửa, hoặc chép thiếu.',
  },
} as const;
