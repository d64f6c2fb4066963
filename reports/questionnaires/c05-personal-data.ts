import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, seenWhere, traces, when, wish } from './shared-questions.ts';

/** Personal data leaked, sold or collected unlawfully. */
export const personalData = {
  category: 'C05',
  questions: [
    {
      id: 'what',
      ask: 'Thông tin gì bị lộ hoặc bị mua bán, và bạn biết bằng cách nào?',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      ...seenWhere,
      ask: 'Bạn thấy thông tin bị lộ ở đâu, hoặc nghi nơi nào làm lộ? Gửi link hay ghi tên nơi đó.',
      label: 'Nơi lộ, nghi làm lộ',
    },
    { ...when, ask: 'Bạn phát hiện khi nào? Nhớ chừng nào ghi chừng ấy.', label: 'Thời điểm phát hiện' },
    {
      id: 'data',
      ask: 'Loại thông tin nào bị lộ nhiều nhất?',
      label: 'Loại thông tin',
      kind: 'choice',
      choices: [
        { value: 'phone', title: 'Số điện thoại' },
        { value: 'id-card', title: 'Căn cước, VNeID' },
        { value: 'bank', title: 'Ngân hàng, thẻ' },
        { value: 'images', title: 'Hình ảnh riêng tư' },
        { value: 'address', title: 'Địa chỉ, gia đình' },
        { value: 'other', title: 'Thông tin khác' },
      ],
    },
    {
      id: 'harm',
      ask: 'Việc lộ thông tin đã gây ra điều gì cho bạn chưa, ví dụ bị gọi làm phiền, bị vay tiền bằng tên của bạn?',
      label: 'Hậu quả',
      kind: 'text',
      choices: [{ value: 'none', title: 'Chưa thấy gì' }],
    },
    {
      ...traces,
      ask: 'Bạn có số điện thoại, tài khoản hay link của người mua bán, làm lộ thông tin không?',
      extra: true,
    },
    { ...wish, extra: true },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
