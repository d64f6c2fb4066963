import type { Category, Urgency } from './report.ts';

/** How a category is called, and how urgent it is when nothing else is known. */
export interface CategoryInfo {
  /** For residents: what happened to them, in their words. */
  readonly name: string;
  /** For buttons, at most 20 characters. */
  readonly button: string;
  /** For staff: the queue, filters and statistics. */
  readonly shortName: string;
  readonly defaultUrgency: Urgency;
}

/** The groups of `domain-vi.md` 7.1. The default urgency follows 7.3: what can still do harm today is never below P3. */
export const CATEGORY_INFO: Readonly<Record<Category, CategoryInfo>> = {
  C01: {
    name: 'Bị lừa đảo mất tiền, tài sản qua mạng',
    button: 'Bị lừa mất tiền',
    shortName: 'Lừa đảo chiếm đoạt',
    defaultUrgency: 'P2',
  },
  C02: {
    name: 'Có người mạo danh công an, cơ quan, ngân hàng (chưa mất tiền)',
    button: 'Bị mạo danh, dọa',
    shortName: 'Mạo danh',
    defaultUrgency: 'P3',
  },
  C03: {
    name: 'Bị mất hoặc bị chiếm tài khoản Facebook, Zalo, email, SIM',
    button: 'Mất tài khoản, SIM',
    shortName: 'Chiếm tài khoản',
    defaultUrgency: 'P2',
  },
  C04: {
    name: 'Cài ứng dụng lạ, điện thoại bị điều khiển hoặc bị rút tiền',
    button: 'Cài app lạ, mất tiền',
    shortName: 'App độc hại',
    defaultUrgency: 'P1',
  },
  C05: {
    name: 'Bị lộ, bị mua bán thông tin cá nhân',
    button: 'Lộ thông tin',
    shortName: 'Lộ dữ liệu cá nhân',
    defaultUrgency: 'P3',
  },
  C06: {
    name: 'Tin giả, tin sai sự thật trên mạng',
    button: 'Tin giả',
    shortName: 'Tin giả',
    defaultUrgency: 'P3',
  },
  C07: {
    name: 'Bị bôi nhọ, vu khống, tống tiền bằng hình ảnh',
    button: 'Bôi nhọ, tống tiền',
    shortName: 'Bôi nhọ, tống tiền',
    defaultUrgency: 'P2',
  },
  C08: {
    name: 'Trẻ em bị dụ dỗ, xâm hại, bắt nạt trên mạng',
    button: 'Trẻ em bị hại',
    shortName: 'Xâm hại trẻ em',
    defaultUrgency: 'P1',
  },
  C09: {
    name: 'Vay tiền qua app, tín dụng đen, bị đòi nợ khủng bố',
    button: 'Bị khủng bố đòi nợ',
    shortName: 'Tín dụng đen',
    defaultUrgency: 'P2',
  },
  C10: {
    name: 'Đánh bạc, cá độ, lô đề qua mạng',
    button: 'Cờ bạc qua mạng',
    shortName: 'Đánh bạc',
    defaultUrgency: 'P3',
  },
  C11: {
    name: 'Nội dung khiêu dâm, đồi trụy trên mạng',
    button: 'Nội dung đồi trụy',
    shortName: 'Khiêu dâm',
    defaultUrgency: 'P3',
  },
  C12: {
    name: 'Mã độc, tấn công mạng, lỗ hổng của cơ quan, trường học, doanh nghiệp',
    button: 'Tấn công, mã độc',
    shortName: 'Tấn công mạng',
    defaultUrgency: 'P2',
  },
  C13: {
    name: 'Nội dung xuyên tạc, kích động chống phá',
    button: 'Xuyên tạc, kích động',
    shortName: 'Xuyên tạc, kích động',
    defaultUrgency: 'P3',
  },
  C14: {
    name: 'Người thân mất liên lạc, nghi bị “bắt cóc online” hoặc bị dụ ra nước ngoài',
    button: 'Bắt cóc online',
    shortName: 'Bắt cóc online',
    defaultUrgency: 'P1',
  },
  C15: {
    name: 'Mua bán tài khoản ngân hàng, SIM rác, tin nhắn rác',
    button: 'Mua bán TK, SIM rác',
    shortName: 'TK, SIM, tin rác',
    defaultUrgency: 'P3',
  },
  C99: {
    name: 'Việc khác hoặc chưa rõ thuộc nhóm nào',
    button: 'Việc khác',
    shortName: 'Khác',
    defaultUrgency: 'P3',
  },
};
