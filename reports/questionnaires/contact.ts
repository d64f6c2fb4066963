import type { Question } from './questionnaire.ts';

/** Questions of every questionnaire without whose answers nothing can be sent; `reach` is the fourth and lives in the reporter. */
export const REQUIRED_ANSWERS = ['what', 'when', 'where'] as const;

/** Their answers make the reporter and are no answers of the report. */
export const CONTACT_QUESTIONS = ['reach', 'name', 'phone'] as const;

/** Values of `reach`. */
export const REACH = { contact: 'contact', chat: 'chat', anonymous: 'anonymous' } as const;

/** Whether and how the reporter may be reached. At the end of every questionnaire. */
export const contactQuestions = [
  {
    id: 'reach',
    ask: 'Bạn muốn cán bộ liên hệ lại bằng cách nào? Ẩn danh cũng được, chỉ là cán bộ sẽ khó xác minh và hỏi thêm hơn.',
    label: 'Liên hệ lại',
    kind: 'choice',
    choices: [
      { value: REACH.contact, title: 'Gọi điện cho tôi' },
      { value: REACH.chat, title: 'Nhắn tin tại đây' },
      { value: REACH.anonymous, title: 'Tôi muốn ẩn danh' },
    ],
    required: true,
    personal: true,
  },
  {
    id: 'phone',
    ask: 'Bạn cho xin tên và số điện thoại để cán bộ gọi, ví dụ: “Lan 0912 345 678, sau 5 giờ chiều”.',
    label: 'Số điện thoại',
    kind: 'phone',
    personal: true,
    onlyIf: { question: 'reach', is: [REACH.contact] },
  },
  {
    id: 'name',
    ask: 'Cán bộ nên gọi bạn là gì? Bạn ghi họ tên, hoặc chỉ tên cũng được.',
    label: 'Họ tên',
    kind: 'text',
    personal: true,
    onlyIf: { question: 'reach', is: [REACH.contact, REACH.chat] },
    extra: true,
  },
] as const satisfies readonly Question[];
