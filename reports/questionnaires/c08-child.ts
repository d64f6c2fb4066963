import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, seenWhere, traces, when } from './shared-questions.ts';

/** A child is lured, abused or bullied online. */
export const childHarm = {
  category: 'C08',
  opening:
    'Nếu trẻ đang gặp nguy hiểm, hãy gọi ngay 111 hoặc 113. Xin đừng gửi ảnh, clip nhạy cảm của trẻ cho bất cứ ai, kể cả qua đây.',
  questions: [
    {
      id: 'what',
      ask: 'Chuyện gì đã xảy ra với cháu? Bạn kể ngắn gọn, không cần mô tả chi tiết nhạy cảm.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      id: 'danger',
      ask: 'Hiện cháu có ở bên người lớn tin cậy và an toàn không?',
      label: 'Trẻ đang an toàn',
      kind: 'yes-no',
    },
    {
      ...seenWhere,
      ask: 'Việc xảy ra qua mạng nào? Gửi link trang của người đó nếu có, hoặc chọn bên dưới.',
      label: 'Nơi xảy ra',
    },
    when,
    {
      id: 'age',
      ask: 'Cháu bao nhiêu tuổi?',
      label: 'Tuổi của trẻ',
      kind: 'choice',
      choices: [
        { value: 'under-13', title: 'Dưới 13 tuổi' },
        { value: '13-15', title: 'Từ 13 đến 15' },
        { value: '16-17', title: '16 hoặc 17 tuổi' },
        { value: 'unknown', title: 'Không rõ' },
      ],
    },
    {
      id: 'relation',
      ask: 'Bạn là gì của cháu?',
      label: 'Quan hệ với trẻ',
      kind: 'choice',
      choices: [
        { value: 'parent', title: 'Bố mẹ' },
        { value: 'family', title: 'Người nhà' },
        { value: 'teacher', title: 'Thầy cô' },
        { value: 'self', title: 'Chính là cháu' },
        { value: 'other', title: 'Người khác' },
      ],
    },
    traces,
    {
      ...evidence,
      ask: 'Bạn gửi ảnh chụp đoạn chat hoặc link nếu có. Xin đừng gửi ảnh, clip nhạy cảm của trẻ. Chưa có thì bỏ qua.',
    },
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
