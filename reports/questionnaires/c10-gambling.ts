import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { account, evidence, seenWhere, when } from './shared-questions.ts';

/** Gambling, betting and lotteries online. */
export const gambling = {
  category: 'C10',
  questions: [
    {
      id: 'what',
      ask: 'Bạn biết gì về việc đánh bạc, cá độ, lô đề này? Ai làm, làm thế nào?',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      ...seenWhere,
      ask: 'Họ tổ chức ở đâu: trang web, ứng dụng, nhóm chat hay địa điểm nào? Gửi link nếu có.',
      label: 'Trang, nhóm, địa điểm',
    },
    { ...when, ask: 'Việc này diễn ra khi nào, hay vẫn đang tiếp tục?' },
    {
      id: 'who',
      ask: 'Ai tổ chức hoặc lôi kéo? Ghi tên, biệt danh, số điện thoại nếu biết.',
      label: 'Người tổ chức',
      kind: 'text',
      fills: ['phones', 'socials'],
    },
    {
      ...account,
      ask: 'Tiền được nạp vào tài khoản nào? Ghi số tài khoản, ngân hàng nếu biết.',
      label: 'Tài khoản nhận tiền',
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
