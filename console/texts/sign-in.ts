/** Signing in and one-time links. */
export const signInTexts = {
  signIn: {
    title: 'Đăng nhập',
    lead: 'Dành cho cán bộ được cấp tài khoản. Cần mật khẩu và ứng dụng tạo mã trên điện thoại.',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    next: 'Tiếp tục',
    step: (step: number) => `Bước ${step}/2`,
    codeTitle: 'Mã xác thực',
    codeLead:
      'Mở ứng dụng tạo mã (Google Authenticator, Microsoft Authenticator…) và nhập mã 6 số đang hiện.',
    code: 'Mã 6 số',
    codeHint: 'Mỗi mã chỉ dùng được một lần. Nếu vừa dùng, hãy chờ mã tiếp theo.',
    finish: 'Đăng nhập',
    otherAccount: 'Dùng tài khoản khác',
    wrong:
      'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa. Sai 5 lần, tài khoản nghỉ 15 phút. Quên mật khẩu: nhờ quản trị cấp lại liên kết.',
    wrongCode:
      'Mã không đúng, đã dùng rồi, hoặc tài khoản đang tạm khóa. Chờ mã mới rồi nhập lại; nếu vẫn sai, kiểm tra giờ trên điện thoại.',
    expired: 'Đã quá 5 phút từ khi nhập mật khẩu. Mời đăng nhập lại.',
    done: {
      'dang-xuat': 'Bạn đã đăng xuất.',
      'da-dat':
        'Đã đặt mật khẩu và mã xác thực. Mời đăng nhập. Mã vừa dùng không dùng lại được, hãy chờ mã mới.',
      'da-khoa':
        'Phiên đã khóa vì lâu không thao tác. Trong lúc chưa đăng nhập, chuông báo tin khẩn không reo.',
      'het-gio': 'Đã quá 5 phút từ khi nhập mật khẩu. Mời đăng nhập lại.',
    },
  },
  invitation: {
    title: 'Kích hoạt tài khoản',
    lead: (name: string) =>
      `Chào ${name}. Liên kết này dùng một lần để đặt mật khẩu và mã xác thực cho tài khoản của bạn.`,
    login: 'Tên đăng nhập của bạn',
    passwordStep: '1. Đặt mật khẩu',
    password: 'Mật khẩu mới',
    passwordHint: 'Từ 12 ký tự. Một câu dễ nhớ với riêng bạn là tốt nhất; không dùng lại mật khẩu nơi khác.',
    again: 'Nhập lại mật khẩu',
    appStep: '2. Nối ứng dụng tạo mã',
    appLead:
      'Mở Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương tự trên điện thoại, chọn thêm tài khoản rồi quét mã dưới đây.',
    qrAlt: 'Mã QR để quét bằng ứng dụng tạo mã',
    secretLabel: 'Không quét được? Nhập khóa này vào ứng dụng:',
    code: 'Mã 6 số mà ứng dụng đang hiện',
    finish: 'Kích hoạt',
    fault: {
      'too-short': 'Mật khẩu cần ít nhất 12 ký tự.',
      'too-long': 'Mật khẩu dài nhất là 128 ký tự.',
      'too-simple': 'Mật khẩu này quá đơn giản, ít ký tự khác nhau.',
      'like-login': 'Mật khẩu không được gần giống tên đăng nhập.',
    },
    notSame: 'Hai lần nhập không giống nhau.',
    wrongCode: 'Mã không đúng. Hãy nhập mã đang hiện trong ứng dụng, và kiểm tra giờ trên điện thoại.',
    goneTitle: 'Liên kết không còn dùng được',
    gone: 'Liên kết này đã được dùng, đã quá 48 giờ hoặc không đúng. Hãy nhờ quản trị cấp liên kết mới. Nếu chưa có quản trị nào, khởi động lại chương trình để nhận liên kết mới.',
  },
  ownAccount: {
    title: 'Tài khoản của tôi',
    change: 'Đổi mật khẩu',
    changeLead:
      'Cần mật khẩu đang dùng và mã trong ứng dụng. Đổi xong, mọi máy khác đang đăng nhập bằng tài khoản này sẽ bị đăng xuất; máy này vẫn làm việc tiếp.',
    current: 'Mật khẩu đang dùng',
    lastCode: 'Đăng nhập gần nhất',
    idle: (minutes: number) =>
      `Sau ${minutes} phút không thao tác, hệ thống tự khóa và hỏi lại mật khẩu, mã.`,
    lost: 'Mất điện thoại tạo mã, hoặc nghi có người dùng tài khoản của bạn: báo quản trị để cấp lại liên kết ngay.',
    done: 'Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.',
    fault: {
      'too-short': 'Mật khẩu mới cần ít nhất 12 ký tự. Mật khẩu chưa đổi.',
      'too-long': 'Mật khẩu mới dài nhất là 128 ký tự. Mật khẩu chưa đổi.',
      'too-simple': 'Mật khẩu mới quá đơn giản, ít ký tự khác nhau. Mật khẩu chưa đổi.',
      'like-login': 'Mật khẩu mới không được gần giống tên đăng nhập. Mật khẩu chưa đổi.',
      'not-same': 'Hai lần nhập mật khẩu mới không giống nhau. Mật khẩu chưa đổi.',
      'as-before': 'Mật khẩu mới giống mật khẩu đang dùng. Hãy chọn mật khẩu khác.',
      'wrong-current':
        'Mật khẩu đang dùng không đúng, hoặc tài khoản đang tạm khóa vì sai nhiều lần. Mật khẩu chưa đổi. Sai 5 lần, tài khoản nghỉ 15 phút.',
      'wrong-code':
        'Mã không đúng hoặc đã dùng rồi. Mật khẩu chưa đổi. Hãy chờ mã mới trong ứng dụng rồi làm lại.',
      stale: 'Tài khoản vừa được thay đổi ở nơi khác. Mật khẩu chưa đổi, hãy làm lại.',
    },
  },
} as const;
