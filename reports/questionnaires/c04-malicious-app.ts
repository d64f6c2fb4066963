import { contactQuestions } from './contact.ts';
import type { Questionnaire } from './questionnaire.ts';
import { account, approachedWhere, evidence, traces, when } from './shared-questions.ts';

/** A harmful application took over the phone or emptied an account. */
export const maliciousApp = {
  category: 'C04',
  opening:
    'Nếu máy vẫn đang bị điều khiển: bật chế độ máy bay, rút SIM, tắt máy và dùng máy khác gọi ngân hàng. Xin đừng khôi phục cài đặt gốc khi Công an chưa xem máy.',
  questions: [
    {
      id: 'what',
      ask: 'Bạn đã cài ứng dụng gì, hay bấm vào link nào, và sau đó máy ra sao? Viết theo cách của bạn.',
      label: 'Sự việc',
      kind: 'text',
      required: true,
    },
    when,
    {
      ...approachedWhere,
      ask: 'Ai hướng dẫn bạn cài, qua đâu?',
    },
    {
      id: 'money',
      ask: 'Bạn đã bị trừ bao nhiêu tiền? Chưa mất thì ghi 0.',
      label: 'Số tiền đã mất',
      kind: 'money',
      fills: ['loss'],
    },
    {
      ...account,
      ask: 'Tiền bị chuyển tới tài khoản nào? Xem lịch sử giao dịch nếu còn vào được; không biết thì bỏ qua.',
      label: 'Tài khoản nhận',
    },
    {
      id: 'app',
      ask: 'Ứng dụng tên gì, tải từ đâu? Gửi đường link hoặc ảnh màn hình đều được.',
      label: 'Ứng dụng, nơi tải',
      kind: 'link',
      fills: ['links'],
    },
    {
      id: 'device',
      ask: 'Máy hiện đang thế nào?',
      label: 'Tình trạng máy',
      kind: 'choice',
      choices: [
        { value: 'controlled', title: 'Vẫn bị điều khiển' },
        { value: 'off', title: 'Đã tắt, rút SIM' },
        { value: 'uninstalled', title: 'Đã gỡ ứng dụng' },
        { value: 'reset', title: 'Đã khôi phục máy' },
        { value: 'unknown', title: 'Không rõ' },
      ],
    },
    {
      id: 'bank-called',
      ask: 'Bạn đã gọi ngân hàng khóa tài khoản chưa? Nếu rồi, ghi ngân hàng nào và lúc mấy giờ.',
      label: 'Đã báo ngân hàng',
      kind: 'text',
      choices: [{ value: 'none', title: 'Chưa gọi' }],
    },
    { ...traces, extra: true },
    evidence,
    ...contactQuestions,
  ],
} as const satisfies Questionnaire;
