import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import {
  account,
  approachedWhen,
  approachedWhere,
  evidence,
  forWhom,
  reportedElsewhere,
  traces,
  wish,
} from './shared-questions.ts';

/** Money or goods taken by deceit. */
export const scam = {
  category: 'C01',
  opening:
    'Nếu chưa gọi ngân hàng: gọi ngay số in ở mặt sau thẻ, xin tra soát, dù đã qua một hai ngày. Đừng chuyển thêm, kể cả “phí để rút tiền”.',
  questions: [
    {
      id: 'what',
      ask: 'Bạn kể tôi nghe chuyện gì đã xảy ra. Viết theo cách của bạn, biết gì ghi nấy: họ nói gì, bạn đã chuyển bao nhiêu, cho ai.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    approachedWhen,
    approachedWhere,
    {
      id: 'money',
      ask: 'Tổng cộng bạn đã mất khoảng bao nhiêu tiền? Ví dụ: 500k, 15 triệu, 1 tỷ 2. Chưa mất thì ghi 0.',
      label: 'Số tiền đã mất',
      kind: 'money',
      fills: ['loss'],
    },
    {
      ...account,
      together: {
        question: 'traces',
        ask: 'Bạn chuyển vào tài khoản nào? Ghi số tài khoản, ngân hàng, tên người nhận. Số điện thoại, link, Facebook của họ nếu còn thì gửi luôn.',
      },
    },
    traces,
    {
      id: 'given',
      ask: 'Bạn có lỡ đưa cho họ thứ gì khác không: ảnh căn cước, số thẻ, mã OTP, mật khẩu, hay đã cài ứng dụng họ gửi?',
      label: 'Đã cung cấp',
      kind: 'text',
      choices: [{ value: 'none', title: 'Không có gì' }],
    },
    { ...forWhom, extra: true },
    reportedElsewhere,
    wish,
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
