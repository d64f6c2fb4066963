import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { approachedWhere, evidence, traces, when } from './shared-questions.ts';

/** Trade in bank accounts, junk SIMs, spam. */
export const accountTrade = {
  category: 'C15',
  questions: [
    {
      id: 'what',
      ask: 'Bạn gặp việc gì: rủ bán, cho thuê tài khoản ngân hàng, bán SIM, hay tin nhắn rác? Kể ngắn gọn giúp tôi.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    { ...approachedWhere, ask: 'Họ mời chào hoặc nhắn qua đâu?' },
    when,
    traces,
    {
      id: 'involved',
      ask: 'Bạn hoặc người quen đã bán, cho thuê hay cho mượn tài khoản, SIM chưa? Nói thật sẽ dễ được giúp hơn.',
      label: 'Đã bán, cho thuê',
      kind: 'choice',
      choices: [
        { value: 'no', title: 'Chưa' },
        { value: 'self', title: 'Tôi đã lỡ làm' },
        { value: 'other', title: 'Người quen đã làm' },
      ],
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
