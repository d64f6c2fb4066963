import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { approachedWhen, approachedWhere, evidence, traces } from './shared-questions.ts';

/** Somebody posed as police, an office or a bank; no money lost yet. */
export const impersonation = {
  category: 'C02',
  questions: [
    {
      id: 'what',
      ask: 'Họ xưng là ai và yêu cầu bạn làm gì? Bạn kể lại theo cách của mình nhé.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    approachedWhen,
    approachedWhere,
    {
      id: 'posed-as',
      ask: 'Họ mạo danh cơ quan nào?',
      label: 'Mạo danh',
      kind: 'choice',
      choices: [
        { value: 'police', title: 'Công an' },
        { value: 'bank', title: 'Ngân hàng' },
        { value: 'court', title: 'Tòa, viện kiểm sát' },
        { value: 'electricity', title: 'Điện lực' },
        { value: 'tax', title: 'Thuế' },
        { value: 'school', title: 'Trường học, y tế' },
        { value: 'delivery', title: 'Giao hàng' },
        { value: 'other', title: 'Cơ quan khác' },
      ],
    },
    traces,
    {
      id: 'given',
      ask: 'Bạn đã làm theo điều gì chưa: đọc mã OTP, gửi ảnh căn cước, bấm link, cài ứng dụng?',
      label: 'Đã làm theo',
      kind: 'text',
      choices: [{ value: 'none', title: 'Chưa làm gì' }],
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
