export const suggestions = [
  'tôi vừa chuyển tiền cho kẻ lừa đảo',
  'có người xưng công an gọi',
  'tôi muốn báo tin lừa đảo',
  'tra cứu hồ sơ',
  'lam sao biet link la lua dao',
  'kiểm tra số điện thoại lạ',
  'dữ liệu của tôi',
  'cho tôi gặp cán bộ',
];

export const stateWords = {
  sending: 'Đang gửi…',
  sent: 'Đã gửi',
  received: 'Đã nhận',
  failed: 'Máy chủ của trợ lý chưa nhận được',
};

export const liveWords = {
  connecting: 'Đang nối với máy chủ…',
  on: 'Đang nối trực tiếp với trợ lý',
  off: 'Mất kết nối, đang nối lại…',
};

export const stickers = [
  { id: 'like', label: 'Thích' },
  { id: 'heart', label: 'Trái tim' },
  { id: 'smile', label: 'Cười' },
  { id: 'worry', label: 'Lo lắng' },
  { id: 'thanks', label: 'Cảm ơn' },
  { id: 'flower', label: 'Bông hoa' },
];

const time = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat('vi-VN', {
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const moment = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'medium', hour12: false });

export const timeOf = (at) => time.format(at);
export const dayOf = (at) => day.format(at);
export const momentOf = (at) => moment.format(at);

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
