import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, forWhom, seenWhere, traces, when } from './shared-questions.ts';

/** Defamation, slander, or blackmail with pictures. */
export const defamation = {
  category: 'C07',
  opening:
    'Bạn không có lỗi. Xin đừng chuyển tiền và đừng xóa tin nhắn. Không cần gửi cho tôi ảnh nhạy cảm, chỉ cần ảnh chụp lời đe dọa.',
  questions: [
    {
      id: 'what',
      ask: 'Chuyện gì đang xảy ra với bạn? Họ nói gì, dọa gì? Kể được đến đâu cũng được.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      ...seenWhere,
      ask: 'Họ đăng hoặc nhắn ở đâu? Gửi link trang hay bài đăng nếu có.',
      label: 'Nơi đăng, nhắn',
    },
    when,
    {
      id: 'demand',
      ask: 'Họ có đòi tiền hay bắt bạn làm điều gì không? Nếu có, ghi số tiền hoặc yêu cầu.',
      label: 'Yêu cầu của đối tượng',
      kind: 'text',
      choices: [{ value: 'none', title: 'Không đòi gì' }],
      fills: ['money'],
    },
    {
      id: 'known',
      ask: 'Bạn có biết người đó là ai không?',
      label: 'Quen biết đối tượng',
      kind: 'choice',
      choices: [
        { value: 'known', title: 'Có quen' },
        { value: 'suspected', title: 'Nghi một người' },
        { value: 'stranger', title: 'Người lạ' },
      ],
    },
    traces,
    {
      id: 'minor',
      ask: 'Người bị hại có dưới 18 tuổi không?',
      label: 'Người dưới 18 tuổi',
      kind: 'yes-no',
    },
    { ...forWhom, extra: true },
    {
      ...evidence,
      ask: 'Bạn gửi ảnh chụp lời đe dọa, trang của họ, biên lai nếu có. Xin đừng gửi ảnh, clip nhạy cảm. Chưa có thì bỏ qua.',
    },
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
