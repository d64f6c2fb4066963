const TROUBLES = [
  ['none', 'Không'],
  ['hang', 'Treo, không trả lời'],
  ['lost-answer', 'Đã làm rồi mất kết nối'],
  ['error-after-acting', 'Đã làm rồi báo lỗi 500'],
  ['broken', 'Đứt kết nối, chưa làm'],
  ['busy', 'Báo bận 503'],
];

/** The switches of an app in the order of the page; `only` where just one platform has it. */
export const FAULTS = [
  { name: 'sendTrouble', label: 'Lệnh gửi tin', hint: 'Khi trợ lý gọi API gửi tin', choices: TROUBLES },
  { name: 'sendError', label: 'Mã lỗi trả về', hint: 'Ví dụ -32 hoặc 613; để trống là không', kind: 'code' },
  { name: 'rateLimited', label: 'Vượt giới hạn tần suất' },
  { name: 'windowClosed', label: 'Hết thời hạn được nhắn' },
  { name: 'buttonsRefused', label: 'Không cho gửi nút bấm', only: 'zalo' },
  {
    name: 'tokenTrouble',
    label: 'Đổi mã truy cập',
    hint: 'Khi trợ lý làm mới token',
    choices: TROUBLES,
    only: 'zalo',
  },
  { name: 'duplicate', label: 'Gửi webhook hai lần' },
  { name: 'reorder', label: 'Đảo thứ tự webhook' },
  { name: 'loseFirstAttempt', label: 'Mất lần gửi webhook đầu' },
  { name: 'noEchoes', label: 'Không báo lại tin của trợ lý', hint: 'Echo của tin đã gửi' },
  { name: 'delayMs', label: 'Gửi webhook trễ', hint: 'Giây', kind: 'seconds' },
  { name: 'share', label: 'Tỉ lệ gặp sự cố', hint: 'Phần trăm số lần gọi', kind: 'percent' },
];

const NOT_FAULTS = new Set(['share']);
const CALM = new Set([null, false, 'none', 0]);

/** How many faults are on. */
export function activeCount(settings) {
  return Object.entries(settings).filter(([name, value]) => !NOT_FAULTS.has(name) && !CALM.has(value)).length;
}

/** A number as a person writes it: what the field shows, and what its text means. */
export function numberField(kind, value) {
  switch (kind) {
    case 'seconds':
      return {
        shown: value / 1000,
        read: (text) => Math.round(Number(text) * 1000),
        type: 'number',
        min: '0',
        max: '600',
      };
    case 'percent':
      return {
        shown: Math.round(value * 100),
        read: (text) => Number(text) / 100,
        type: 'number',
        min: '0',
        max: '100',
      };
    default:
      return {
        shown: value ?? '',
        read: (text) => (text === '' ? null : text),
        type: 'text',
        maxlength: '20',
      };
  }
}
