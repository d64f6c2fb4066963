import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, seenWhere, when } from './shared-questions.ts';

/** False or distorted news. */
export const falseNews = {
  category: 'C06',
  opening: 'Cảm ơn bạn đã báo. Trong lúc chờ kiểm tra, xin đừng chia sẻ lại nội dung đó.',
  questions: [
    {
      id: 'what',
      ask: 'Nội dung đó nói gì, và vì sao bạn cho là sai?',
      label: 'Nội dung tin',
      kind: 'text',
      required: true,
    },
    seenWhere,
    {
      ...when,
      ask: 'Bạn thấy tin đó khi nào? Nhớ chừng nào ghi chừng ấy.',
      label: 'Thời điểm thấy tin',
    },
    {
      id: 'poster',
      ask: 'Ai đăng hoặc gửi tin đó cho bạn? Ghi tên tài khoản, nhóm nếu biết.',
      label: 'Người đăng',
      kind: 'text',
    },
    {
      id: 'spread',
      ask: 'Theo bạn thấy, tin đã lan rộng đến đâu?',
      label: 'Mức lan truyền',
      kind: 'choice',
      choices: [
        { value: 'few', title: 'Mới ít người thấy' },
        { value: 'many', title: 'Nhiều người chia sẻ' },
        { value: 'panic', title: 'Đang gây hoang mang' },
        { value: 'unknown', title: 'Không rõ' },
      ],
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
