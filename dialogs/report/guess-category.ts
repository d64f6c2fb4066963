import type { Category } from '../../reports/report.ts';
import { foldedWords } from '../prompts/folded-words.ts';

/** Words that tell the category, most telling first: the first line that fits counts. Folded. */
const SIGNS: readonly (readonly [Category, RegExp])[] = [
  [
    'C14',
    /bat coc online|mat lien lac.*(?:chuoc|tien)|tien chuoc|(?:sang|qua) campuchia|bi dua sang|lua sang campuchia/,
  ],
  [
    'C08',
    /(?:con|chau|be|em be|tre em|hoc sinh).*(?:du do|gui anh|xam hai|bat nat|hen gap|quay roi)|xam hai tre|du do tre/,
  ],
  [
    'C07',
    /tong tien|anh nong|clip nong|clip nhay cam|anh nhay cam|boi nho|vu khong|lam nhuc|noi xau|bia dat.*(?:toi|minh|em)/,
  ],
  [
    'C04',
    /(?:cai|tai).*(?:app|ung dung|apk).*(?:mat tien|bi tru|chiem|dieu khien|la|gia)|chiem quyen|dieu khien (?:may|dien thoai)/,
  ],
  ['C09', /tin dung den|app vay|doi no|khung bo dien thoai|vay nong|vay tien qua app|siet no/],
  [
    'C03',
    /(?:hack|chiem|mat|cuop|danh cap).*(?:facebook|fb|zalo|tai khoan|nick|email|gmail|sim|telegram)|(?:facebook|fb|zalo|nick|sim).*(?:bi hack|bi chiem|bi mat|bi danh cap)/,
  ],
  ['C10', /danh bac|ca do|lo de|co bac|tai xiu|no hu|ca cuoc/],
  [
    'C15',
    /(?:mua ban|cho thue|thu mua|ban lai|rao ban).*(?:tai khoan ngan hang|tk ngan hang|sim|cccd|can cuoc)|sim rac|tin nhan rac|cuoc goi rac/,
  ],
  [
    'C12',
    /ma doc|tan cong mang|virus|ransomware|lo hong|bi hack (?:web|trang|he thong|may chu)|tong tien du lieu/,
  ],
  ['C13', /xuyen tac|chong pha|kich dong|phan dong|noi xau (?:dang|nha nuoc|chinh quyen)/],
  ['C06', /tin gia|tin sai|tin don|tung tin|fake news|tin that thiet|tin khong dung su that|tin bia dat/],
  ['C11', /khieu dam|doi truy|anh khoa than|phim sex|web den|mai dam/],
  ['C05', /(?:lo|lo lot|ro ri|mua ban|rao ban|danh cap)(?: het| mat)? (?:thong tin|du lieu)/],
  [
    'C01',
    /lua dao|bi lua|lua (?:tien|mat|het|toi|em|chi|con)|mat tien|chuyen (?:khoan|tien)|chiem doat|lua gat|bom hang|giat don|dat coc|nap tien|bung keo|mat \d|mat trang/,
  ],
  [
    'C02',
    /mao danh|gia danh|gia (?:cong an|ngan hang|can bo|dien luc|thue)|tu xung|xung (?:la )?(?:cong an|can bo|ngan hang|toa an|vien kiem sat|dien luc|thue)/,
  ],
];

/** The category that a free message most likely means, or null. Only proposed: the resident confirms, an officer decides. */
export function guessCategory(text: string): Category | null {
  const folded = foldedWords(text);
  return SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? null;
}
