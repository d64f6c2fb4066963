import type { Commune } from '../turn-input.ts';

/** First words: who this is, and what it never asks (domain facts: 1.4). */
export const welcome = {
  greeting: (commune: Commune): string =>
    `Chào bạn. Đây là trợ lý tự động của ${commune.policeName}: giải đáp về an toàn trên mạng và nhận tin phản ánh ban đầu.\n\nTrợ lý không bao giờ hỏi mã OTP, mật khẩu, không yêu cầu chuyển tiền, không gửi link cài ứng dụng. Ai nhắn khác là giả mạo.`,
  short: (commune: Commune): string =>
    `Đây là trợ lý tự động của ${commune.policeName}. Trợ lý không bao giờ hỏi OTP, mật khẩu hay tiền.`,
  who: (commune: Commune): string =>
    `Tôi là trợ lý tự động của ${commune.policeName}, không phải người thật. Muốn nói chuyện với cán bộ, bạn gõ “cán bộ”. Tôi và cán bộ không bao giờ hỏi mã OTP, mật khẩu hay đòi chuyển tiền.`,
  emergency: (commune: Commune): string =>
    commune.dutyPhone === null
      ? 'Đang bị đe dọa, nguy hiểm: gọi 113.'
      : `Đang bị đe dọa, nguy hiểm: gọi 113. Trực ban ${commune.policeName}: ${commune.dutyPhone}.`,
} as const;

export const menu = {
  question: 'Bạn cần gì? Bấm một nút, hoặc cứ gõ câu hỏi như đang nói chuyện.',
  help: 'Bạn có thể:\n• gõ câu hỏi bất kỳ về lừa đảo, tài khoản, dữ liệu cá nhân\n• gửi tin phản ánh kèm ảnh, biên lai\n• xem hồ sơ đã gửi bằng mã\n• kiểm tra số điện thoại, tài khoản, đường link\n• xem hoặc xóa dữ liệu của mình (gõ “dữ liệu của tôi”)\n• gõ “cán bộ” để nhắn với người thật',
  button: {
    draft: 'Viết tiếp tin dở',
    report: 'Gửi tin phản ánh',
    ask: 'Hỏi đáp',
    track: 'Xem hồ sơ đã gửi',
    check: 'Kiểm tra số, link',
    human: 'Gặp cán bộ',
  },
  draftWaiting: (since: string): string =>
    `Bạn còn một tin phản ánh viết dở từ ${since}, chưa gửi. Tin được giữ 7 ngày. Muốn làm tiếp thì gõ “viết tiếp”.`,
  askHint:
    'Bạn cứ gõ câu hỏi, có dấu hay không dấu đều được. Ví dụ: “có người xưng công an gọi bắt cài app”.',
} as const;
