const LINK =
  /https?:\/\/\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|vn|top|xyz|vip|info|cc|io|me|site|online|shop|link|live|club)\b\S*/giu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Four digits or more, however they are grouped; shorter numbers (113, "2 lớp", "20 triệu") tell nothing about a person. */
const LONG_NUMBER = /(?<!\p{L})\+?\d(?:[ ./-]{0,2}\d){3,}/gu;
const MIXED_CODE = /\b(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{L})[\p{L}\d]{2,6}(?:-[\p{L}\d]{2,8}){1,3}\b/gu;

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Lâm|Mai|Đào|Cao|Hà|Lương|Lưu|Tạ|Châu|Quách|Tô|Vàng|Giàng|Sùng|Thào|Lò|Quàng|Cầm|Lường|Hoàng|Nông|Triệu|Bàn|Chảo|Siu|Rơ|Ksor';
const NAME_WORD = '\\p{Lu}\\p{Ll}*';
const FULL_NAME = new RegExp(`(?<![\\p{L}])(?:${SURNAMES})(?:\\s+${NAME_WORD}){1,4}`, 'gu');
const PLAIN_FULL_NAME =
  /(?<![\p{L}])(?:nguyen|nguyễn|tran|trần|pham|phạm|huynh|huỳnh|le|lê|bui|bùi|dang|đặng|do|đỗ|vo|võ|vu|vũ|hoang|hoàng|phan|ngo|ngô|duong|dương)\s+(?:van|văn|thi|thị|đình|dinh|huu|hữu|quang|minh|ngoc|ngọc)\s+\p{L}+/giu;
const TITLED_NAME = new RegExp(
  `(?<![\\p{L}])((?:anh|chị|ông|bà|cô|chú|bác|em|thầy|bạn|cậu|dì|bé|tên|tên là|Anh|Chị|Ông|Bà|Cô|Chú|Bác|Em)\\s+)(?!Công|Ủy|Zalo|Facebook|Bộ)${NAME_WORD}(?:\\s+${NAME_WORD}){0,3}`,
  'gu',
);
const CALLED =
  /(?<![\p{L}])((?:tên (?:tôi|em|mình|cháu|con|nó|là|tui)(?: là)?|(?:tôi|em|mình|cháu) tên(?: là)?|ten (?:toi|em|minh) la|toi ten(?: la)?|chủ tài khoản(?: là| tên)?)\s+)\p{L}+(?:\s+\p{L}+){0,3}/giu;

/**
 * The text without what could name a person: links, addresses, long numbers, codes and names, each replaced by a word in
 * brackets. Goes before anything that keeps a question or sends it to a model.
 */
export const stripPersonal = (text: string): string =>
  text
    .normalize('NFC')
    .replace(EMAIL, '[email]')
    .replace(LINK, '[link]')
    .replace(MIXED_CODE, '[mã]')
    .replace(LONG_NUMBER, '[số]')
    .replace(FULL_NAME, '[tên]')
    .replace(PLAIN_FULL_NAME, '[tên]')
    .replace(CALLED, '$1[tên]')
    .replace(TITLED_NAME, '$1[tên]');
