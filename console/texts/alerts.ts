/** The strip above the queue while somebody needs help now. */
export const alertTexts = {
  alerts: {
    title: 'Có người đang cần giúp gấp',
    report: 'Tin phản ánh khẩn cấp vừa gửi',
    other: 'Việc khẩn cấp',
    cards: [
      ['sos-vua-chuyen-tien', 'Vừa chuyển tiền cho kẻ lừa đảo'],
      ['sos-lo-otp-thong-tin-the', 'Lộ OTP, mật khẩu, thông tin thẻ'],
      ['sos-cai-app-la-bi-chiem-may', 'Cài ứng dụng lạ, bị chiếm điện thoại'],
      ['sos-bat-coc-online', 'Nghi bắt cóc, người thân mất liên lạc'],
      ['sos-tong-tien-anh-nong', 'Bị tống tiền bằng ảnh nhạy cảm'],
      ['sos-tre-em-bi-xam-hai-du-do', 'Trẻ em bị dụ dỗ, xâm hại'],
      ['sos-khung-hoang-muon-tu-tu', 'Khủng hoảng, có ý nghĩ không muốn sống'],
    ] as readonly (readonly [string, string])[],
    talk: 'Nhắn với người này',
    open: 'Mở hồ sơ',
    take: 'Đã biết',
    since: 'lúc',
    all: (count: string) => `Xem tất cả (${count})`,
    details: 'Xem chi tiết',
    pageTitle: 'Việc cần giúp gấp',
    toQueue: 'Về hàng đợi',
    hint: 'Bấm “Đã biết” khi đã có người lo. “Nhắn với người này”: trợ lý tự động tạm dừng, cán bộ nói chuyện trực tiếp.',
    emptyTitle: 'Không có ai đang cần giúp gấp',
    empty: 'Khi người dân gặp việc khẩn cấp hoặc gửi tin mức P0, P1, việc đó hiện ở đây và ở đầu hàng đợi.',
  },
} as const;
