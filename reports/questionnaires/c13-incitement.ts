import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, seenWhere, when } from './shared-questions.ts';

/** Distorted, inciting content against the state. */
export const incitement = {
  category: 'C13',
  opening: 'Cảm ơn bạn. Xin đừng chia sẻ, bình luận hay tranh cãi dưới nội dung đó.',
  questions: [
    {
      id: 'what',
      ask: 'Nội dung đó nói gì? Mô tả ngắn gọn là đủ.',
      label: 'Nội dung',
      kind: 'text',
      required: true,
    },
    seenWhere,
    { ...when, ask: 'Bạn thấy khi nào? Nhớ chừng nào ghi chừng ấy.', label: 'Thời điểm thấy' },
    {
      id: 'poster',
      ask: 'Ai đăng hoặc gửi? Ghi tên tài khoản, nhóm nếu biết.',
      label: 'Người đăng',
      kind: 'text',
      fills: ['socials', 'phones'],
    },
    {
      id: 'gathering',
      ask: 'Họ có kêu gọi tụ tập, biểu tình ở đâu, khi nào không?',
      label: 'Kêu gọi tụ tập',
      kind: 'text',
      choices: [{ value: 'none', title: 'Không thấy' }],
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
