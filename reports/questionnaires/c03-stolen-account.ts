import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, forWhom, when } from './shared-questions.ts';

/** An account, an e-mail or a SIM was taken over. */
export const stolenAccount = {
  category: 'C03',
  opening:
    'Nếu còn vào được máy: đổi mật khẩu, đăng xuất các thiết bị lạ, và báo bạn bè đừng chuyển tiền theo tin nhắn của tài khoản đó.',
  questions: [
    {
      id: 'what',
      ask: 'Chuyện gì đã xảy ra với tài khoản hoặc SIM của bạn? Bạn kể ngắn gọn giúp tôi.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      id: 'where',
      ask: 'Tài khoản nào bị chiếm hoặc bị mất?',
      label: 'Loại tài khoản',
      kind: 'choice',
      choices: [
        { value: 'facebook', title: 'Facebook' },
        { value: 'zalo', title: 'Zalo' },
        { value: 'email', title: 'Email' },
        { value: 'sim', title: 'SIM điện thoại' },
        { value: 'bank', title: 'Ngân hàng, ví' },
        { value: 'other', title: 'Tài khoản khác' },
      ],
      required: true,
      fills: ['channel'],
    },
    when,
    {
      id: 'profile',
      ask: 'Bạn gửi đường link trang, tên hoặc số điện thoại của tài khoản bị chiếm.',
      label: 'Tài khoản bị chiếm',
      kind: 'text',
      fills: ['socials', 'links', 'phones'],
    },
    {
      id: 'misused',
      ask: 'Kẻ gian đã dùng tài khoản đó làm gì chưa, ví dụ nhắn vay tiền người quen? Có ai đã chuyển tiền chưa?',
      label: 'Đã bị lợi dụng',
      kind: 'text',
      choices: [{ value: 'unknown', title: 'Chưa rõ' }],
    },
    {
      id: 'access',
      ask: 'Hiện bạn còn đăng nhập được không?',
      label: 'Còn đăng nhập được',
      kind: 'yes-no',
    },
    { ...forWhom, extra: true },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
