import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, traces, when, wish } from './shared-questions.ts';

/** Anything else, or not yet clear. */
export const other = {
  category: 'C99',
  questions: [
    {
      id: 'what',
      ask: 'Bạn kể việc cần báo, theo cách của bạn. Chưa rõ thuộc loại nào cũng không sao.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    when,
    {
      id: 'where',
      ask: 'Việc xảy ra ở đâu, hoặc qua kênh nào? Ghi địa chỉ, tên trang hay chọn bên dưới.',
      label: 'Nơi, kênh xảy ra',
      kind: 'choice',
      choices: [
        { value: 'call', title: 'Gọi điện' },
        { value: 'zalo', title: 'Zalo' },
        { value: 'facebook', title: 'Facebook, Messenger' },
        { value: 'website', title: 'Trang web, ứng dụng' },
        { value: 'in-person', title: 'Gặp trực tiếp' },
        { value: 'unknown', title: 'Không nhớ' },
      ],
      required: true,
      fills: ['channel'],
    },
    traces,
    { ...wish, extra: true },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
