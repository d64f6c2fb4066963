import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, traces, when } from './shared-questions.ts';

/** Somebody cannot be reached: "kidnapped" by telephone, or lured abroad. */
export const onlineKidnapping = {
  category: 'C14',
  opening:
    'Bạn bình tĩnh. Xin đừng chuyển tiền theo yêu cầu của họ; nếu có tin đe dọa tính mạng, gọi 113 ngay.',
  questions: [
    {
      id: 'what',
      ask: 'Ai đang mất liên lạc hoặc bị khống chế, và bạn biết điều gì đến lúc này?',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    { ...when, ask: 'Lần cuối bạn liên lạc được với người đó là khi nào?', label: 'Liên lạc lần cuối' },
    {
      id: 'where',
      ask: 'Lần cuối người đó ở đâu? Ghi địa chỉ, nhà nghỉ, trường, hay nước nào; biết chừng nào ghi chừng ấy.',
      label: 'Nơi ở cuối cùng',
      kind: 'text',
      required: true,
      choices: [{ value: 'unknown', title: 'Không rõ' }],
    },
    {
      id: 'person',
      ask: 'Người đó bao nhiêu tuổi, tên gì, số điện thoại nào?',
      label: 'Người mất liên lạc',
      kind: 'text',
      personal: true,
    },
    {
      id: 'demand',
      ask: 'Có ai đòi tiền không? Nếu có, ghi số tiền và cách họ liên hệ.',
      label: 'Yêu cầu tiền',
      kind: 'text',
      choices: [{ value: 'none', title: 'Không ai đòi' }],
      fills: ['money'],
    },
    traces,
    {
      id: 'relation',
      ask: 'Bạn là gì của người đó?',
      label: 'Quan hệ',
      kind: 'choice',
      choices: [
        { value: 'parent', title: 'Bố mẹ' },
        { value: 'family', title: 'Người nhà' },
        { value: 'friend', title: 'Bạn bè' },
        { value: 'self', title: 'Chính là tôi' },
        { value: 'other', title: 'Người khác' },
      ],
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
