/** Checking a number, an account or a link: what is known is said, nothing more. */
export const check = {
  question:
    'Bạn gửi số điện thoại, số tài khoản hoặc đường link cần kiểm tra. Đừng bấm vào link, chỉ sao chép rồi dán vào đây.',
  notRecognised: 'Chưa thấy số điện thoại, số tài khoản hay đường link nào trong tin bạn gửi.',
  verified: (display: string, date: string): string =>
    `CẢNH BÁO: ${display} đã được Công an xã xác minh có liên quan lừa đảo (cập nhật ${date}). Dừng liên lạc, không chuyển tiền.`,
  reported: (display: string): string =>
    `${display}: có người phản ánh, chưa kiểm chứng. Nên dừng lại, không chuyển tiền, không cung cấp thông tin.`,
  nothing: (display: string): string => `${display}: chưa có thông tin. Điều này không có nghĩa là an toàn.`,
  lookalike: (display: string, real: string): string =>
    `${display}: địa chỉ này gần giống ${real} nhưng không phải. Rất có thể là trang giả. Đừng đăng nhập, đừng nhập thông tin.`,
  official: (display: string, owner: string): string =>
    `${display}: tên miền này là của ${owner}. Dù vậy, hãy tự gõ địa chỉ, đừng bấm link người lạ gửi.`,
  lookFor: {
    phone:
      'Dấu hiệu lừa đảo qua điện thoại: tự xưng công an, ngân hàng, nhà mạng; giục làm ngay; dọa bắt, dọa khóa; đòi OTP, cài ứng dụng, chuyển tiền. Gặp thì cúp máy và gọi lại số chính thức.',
    account:
      'Trước khi chuyển tiền: tên người nhận có khớp người bạn quen không? Tài khoản cá nhân mà xưng cơ quan, công ty, “tài khoản tạm giữ” là lừa đảo. Hãy gọi người nhận theo số đã lưu.',
    link: 'Dấu hiệu link giả: tên miền gần giống, đuôi lạ (.top, .vip, .xyz), thêm chữ vào sau tên cơ quan; đòi đăng nhập, OTP, cài file APK. Cơ quan nhà nước dùng đuôi .gov.vn.',
  },
  next: 'Bạn muốn làm gì tiếp?',
  button: { more: 'Kiểm tra nữa', report: 'Gửi tin phản ánh', menu: 'Về menu' },
} as const;
