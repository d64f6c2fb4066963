import { goAction } from '../../../dialogs/buttons.ts';
import { menu } from '../../../dialogs/texts/welcome.ts';

/** What a resident sees of the Page before the first message; 160 characters are Meta's limit for the greeting. */
export function pageFace(policeName: string) {
  return {
    greeting: `${policeName}: hỏi về lừa đảo, gửi tin phản ánh. Không bao giờ hỏi OTP, mật khẩu hay tiền. Việc gấp gọi 113.`,
    questions: [
      {
        question: 'Tôi vừa bị lừa chuyển tiền, phải làm gì ngay?',
        action: goAction({ to: 'sos', slug: 'sos-vua-chuyen-tien' }),
      },
      {
        question: 'Tôi muốn gửi tin phản ánh',
        action: goAction({ to: 'report', category: null }),
      },
      { question: 'Kiểm tra giúp số điện thoại, đường link', action: goAction({ to: 'check' }) },
      { question: 'Tôi muốn gặp cán bộ', action: goAction({ to: 'human' }) },
    ],
    menu: [
      { title: menu.button.report, action: goAction({ to: 'report', category: null }) },
      { title: menu.button.track, action: goAction({ to: 'track' }) },
      { title: menu.button.check, action: goAction({ to: 'check' }) },
      { title: menu.button.human, action: goAction({ to: 'human' }) },
      { title: 'Quyền riêng tư', action: goAction({ to: 'privacy' }) },
    ],
  } as const;
}
