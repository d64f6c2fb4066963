import type { Category } from '../../reports/report.ts';
import { foldedWords } from '../prompts/folded-words.ts';

/** Up to so many words may stand between two that belong together. */
const near = (most: number): string => `(?: \\w+){0,${most}} `;

const ACCOUNT = '(?:facebook|fb|zalo|nick|email|gmail|telegram|sim|tai khoan(?! ngan hang))';
/** Of money is lost, not of an account. */
const LOST = 'mat(?! \\d| tien| sach| trang| het| toi| khoang)';
const CHILD = '(?:con|chau|be|em be|tre em|hoc sinh)';

/** Words that tell the category, most telling first: the first line that fits counts. Folded; whole words only. */
const SIGNS: readonly (readonly [Category, string])[] = [
  [
    'C12',
    'ma doc|tan cong mang|virus|ransomware|lo hong|(?:bi hack|bi tan cong|hack) (?:web|website|trang|he thong|may chu)|(?:web|website|trang web|he thong|may chu)(?: \\w+){0,4} bi (?:hack|tan cong|ma hoa)|(?:tong tien|tien chuoc) du lieu', // "hack" is the residents' own word
  ],
  [
    'C14',
    'bat coc online|mat lien lac(?: \\w+)* (?:chuoc|tien)|tien chuoc|doi chuoc|(?:sang|qua) campuchia|bi dua sang',
  ],
  [
    'C08',
    `${CHILD}${near(12)}(?:du do|gui anh|xam hai|bat nat|hen gap|quay roi)|xam hai tre|du do tre|xam hai tinh duc tre`,
  ],
  [
    'C07',
    'tong tien|anh nong|clip nong|clip nhay cam|anh nhay cam|boi nho|vu khong|lam nhuc|noi xau|bia dat(?: \\w+){0,4} (?:toi|minh|em)',
  ],
  [
    'C04',
    `(?:cai|tai)${near(3)}(?:app|ung dung|apk)${near(12)}(?:mat tien|bi tru|chiem|dieu khien|la|gia)|(?:file )?apk|chiem quyen|dieu khien (?:may|dien thoai)|(?:may|dien thoai) bi (?:dieu khien|chiem)`,
  ],
  [
    'C09',
    'tin dung den|app vay|vay(?: \\w+){0,4} qua app|doi no|khung bo dien thoai|vay nong|siet no|vay nang lai',
  ],
  [
    'C03',
    `(?:hack|chiem|cuop|danh cap|${LOST})${near(3)}${ACCOUNT}|(?:hack|chiem|mat) ${ACCOUNT}|${ACCOUNT}${near(6)}(?:bi hack|bi chiem|bi mat|bi danh cap)|${ACCOUNT} bi (?:hack|chiem|mat|danh cap)|${ACCOUNT}${near(6)}doi mat khau`, // "hack" is the residents' own word
  ],
  ['C10', 'danh bac|danh bai|ca do|lo de|ghi de|co bac|tai xiu|no hu|ca cuoc'],
  [
    'C15',
    `(?:mua ban|cho thue|thu mua|ban lai|rao ban|ru ban|ban|thue)${near(2)}(?:tai khoan ngan hang|tk ngan hang|sim|cccd|can cuoc)|(?:ban|thue|mua) (?:tai khoan ngan hang|tk ngan hang|sim|cccd|can cuoc)|sim rac|tin nhan rac|cuoc goi rac`,
  ],
  ['C13', 'xuyen tac|chong pha|kich dong|phan dong|noi xau (?:dang|nha nuoc|chinh quyen)'],
  [
    'C06',
    'tin gia|tin sai|tin don|don thoi|tung tin|fake news|tin that thiet|tin khong dung su that|tin bia dat',
  ],
  ['C11', 'khieu dam|doi truy|anh khoa than|phim sex|web den|mai dam'],
  [
    'C05',
    `(?:lo|lo lot|ro ri|mua ban|rao ban|danh cap)${near(2)}(?:thong tin|du lieu)|(?:lo|lo lot|ro ri|mua ban|rao ban|danh cap) (?:thong tin|du lieu)|(?:thong tin|du lieu)${near(6)}(?:bi lo|rao ban|mua ban|ro ri|bi ban)`,
  ],
  [
    'C01',
    'lua dao|bi lua|lua (?:tien|mat|het|toi|em|chi|con)|mat (?:sach |het )?tien|(?:chuyen|ck|nop|nap)(?: (?:cho|het|mat|them|tong|cong|tat|ca|no|ho|khoan|tien|khoang|tam))* \\d\\w*|chuyen (?:khoan|tien)|nap(?: \\w+){0,2} tien|chiem doat|lua gat|bom hang|giat don|(?:dat|tien|yeu cau|doi|nhan|chuyen|gui) coc|tai khoan \\d{6,}|stk \\d{6,}|bung keo|mat \\d\\w*|mat trang|khong rut (?:duoc|ra)|khong cho rut',
  ],
  [
    'C02',
    'mao danh|gia danh|gia (?:cong an|ngan hang|can bo|dien luc|thue)|(?:cong an|ngan hang|can bo|dien luc|thue) gia|(?:tu )?xung (?:la )?(?:cong an|can bo|ngan hang|toa an|vien kiem sat|dien luc|thue)|tu xung',
  ],
];

const PATTERNS = SIGNS.map(([category, signs]) => [category, new RegExp(`\\b(?:${signs})\\b`)] as const);

/** The category that a free message most likely means, or null. Only proposed: the resident may correct it, an officer decides. */
export function guessCategory(text: string): Category | null {
  const folded = foldedWords(text);
  return PATTERNS.find(([, sign]) => sign.test(folded))?.[0] ?? null;
}
