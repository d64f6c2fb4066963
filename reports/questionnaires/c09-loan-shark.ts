import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, forWhom, traces, when } from './shared-questions.ts';

/** Loan applications, usury, debts collected by terror. */
export const loanShark = {
  category: 'C09',
  opening: 'Nếu họ đang ở nhà bạn hoặc dọa đánh, hãy gọi 113 ngay.',
  questions: [
    {
      id: 'what',
      ask: 'Bạn kể việc vay hoặc bị đòi nợ: vay ở đâu, họ đã nói và làm gì?',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      id: 'where',
      ask: 'Họ cho vay hoặc đòi nợ qua đâu? Chọn, hoặc ghi tên ứng dụng, công ty.',
      label: 'Ứng dụng, nơi vay',
      kind: 'choice',
      choices: [
        { value: 'app', title: 'Ứng dụng vay tiền' },
        { value: 'call', title: 'Gọi điện, nhắn tin' },
        { value: 'facebook', title: 'Facebook' },
        { value: 'zalo', title: 'Zalo' },
        { value: 'in-person', title: 'Gặp trực tiếp' },
        { value: 'unknown', title: 'Không nhớ' },
      ],
      required: true,
      fills: ['channel'],
    },
    { ...when, ask: 'Họ bắt đầu đe dọa, làm phiền từ khi nào? Nhớ chừng nào ghi chừng ấy.' },
    {
      id: 'money',
      ask: 'Bạn vay bao nhiêu và họ đòi trả bao nhiêu? Không vay mà vẫn bị đòi thì ghi 0.',
      label: 'Số tiền vay, bị đòi',
      kind: 'money',
      fills: ['money'],
    },
    {
      id: 'threat',
      ask: 'Họ đe dọa bằng cách nào nặng nhất?',
      label: 'Cách đe dọa',
      kind: 'choice',
      choices: [
        { value: 'calls', title: 'Gọi, nhắn liên tục' },
        { value: 'images', title: 'Ghép ảnh, bôi nhọ' },
        { value: 'family', title: 'Quấy rối người thân' },
        { value: 'home', title: 'Đến nhà, tạt sơn' },
        { value: 'violence', title: 'Dọa đánh, giết' },
      ],
    },
    traces,
    { ...forWhom, extra: true },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
