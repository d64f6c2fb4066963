import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { evidence, when } from './shared-questions.ts';

/** Malware, attacks and holes in systems of offices, schools and firms. */
export const cyberAttack = {
  category: 'C12',
  opening: 'Xin giữ nguyên hiện trạng máy: ngắt mạng, chưa cài lại, chưa xóa tệp.',
  questions: [
    {
      id: 'what',
      ask: 'Hệ thống hoặc máy gặp chuyện gì? Mô tả điều bạn thấy.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    {
      id: 'where',
      ask: 'Hệ thống nào, của cơ quan, trường hay doanh nghiệp nào? Gửi địa chỉ trang nếu có.',
      label: 'Hệ thống bị ảnh hưởng',
      kind: 'link',
      required: true,
      fills: ['links'],
    },
    when,
    {
      id: 'impact',
      ask: 'Ảnh hưởng nặng nhất hiện giờ là gì?',
      label: 'Ảnh hưởng',
      kind: 'choice',
      choices: [
        { value: 'encrypted', title: 'Dữ liệu bị mã hóa' },
        { value: 'leaked', title: 'Dữ liệu bị lộ' },
        { value: 'defaced', title: 'Trang bị thay đổi' },
        { value: 'down', title: 'Ngừng hoạt động' },
        { value: 'hole', title: 'Mới thấy lỗ hổng' },
        { value: 'unknown', title: 'Chưa rõ' },
      ],
    },
    {
      id: 'done',
      ask: 'Đơn vị đã làm gì rồi, ví dụ ngắt mạng, báo nhà cung cấp?',
      label: 'Đã xử lý',
      kind: 'text',
      choices: [{ value: 'none', title: 'Chưa làm gì' }],
    },
    {
      id: 'role',
      ask: 'Bạn là gì ở đơn vị đó?',
      label: 'Vai trò người báo',
      kind: 'text',
      extra: true,
    },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
