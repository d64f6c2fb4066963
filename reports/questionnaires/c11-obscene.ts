import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { seenWhere, when } from './shared-questions.ts';

/** Obscene or depraved content. */
export const obscene = {
  category: 'C11',
  opening: 'Bạn chỉ cần gửi link và mô tả; xin đừng tải về hay gửi lại nội dung đó.',
  questions: [
    {
      id: 'what',
      ask: 'Nội dung đó là gì? Mô tả ngắn gọn là đủ.',
      label: 'Nội dung',
      kind: 'text',
      required: true,
    },
    seenWhere,
    { ...when, ask: 'Bạn thấy khi nào? Nhớ chừng nào ghi chừng ấy.', label: 'Thời điểm thấy' },
    {
      id: 'minor',
      ask: 'Trong đó có hình ảnh trẻ em không?',
      label: 'Có trẻ em',
      kind: 'choice',
      choices: [
        { value: 'yes', title: 'Có' },
        { value: 'no', title: 'Không' },
        { value: 'unknown', title: 'Không rõ' },
      ],
    },
    {
      id: 'poster',
      ask: 'Ai đăng hoặc gửi? Ghi tên tài khoản, nhóm nếu biết.',
      label: 'Người đăng',
      kind: 'text',
      fills: ['socials', 'phones'],
    },
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
