import type { Turn } from './table.ts';

/** Up to the question what the report is about. */
export const TO_CATEGORY: readonly Turn[] = [
  ['tôi muốn báo công an', 'đồng ý'],
  ['ok', 'việc gì'],
];

/** A report about a trade on the net, up to its first question. */
export const BEGIN: readonly Turn[] = [...TO_CATEGORY, ['1', '(1/']];

/** The same, up to what is shown before it is sent. */
export const TO_SUMMARY: readonly Turn[] = [
  ...BEGIN,
  ['mua hàng trên mạng bị lừa không giao hàng cho tôi', 'khi nào'],
  ['hôm qua', 'qua đâu'],
  ['zalo', 'bao nhiêu tiền'],
  ['500k', 'tài khoản nào'],
  ['bỏ qua', 'Bạn có lỡ đưa'],
  ['gửi luôn', 'liên hệ lại'],
  ['2', 'Bạn xem lại', '500.000đ'],
];
