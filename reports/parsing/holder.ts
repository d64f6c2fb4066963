import { fold, readable } from './fold.ts';
import type { Place } from './place.ts';

/** The name on a receiving account. */
export interface FoundHolder extends Place {
  readonly name: string;
}

const SURNAMES = 'nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|truong|doan|lam|mai|trinh|dao|cao|ha|luu|luong|thai|chau|ta|phung|to|vuong|quach|kieu|lai|tong|nghiem|thach|la|diep|khuc|ong|danh|tang|giang|nong|trieu|hua|vi|lu|au|luc|than|bach|mac|khuong|tu|ninh|chu|son|kim|ton'; // prettier-ignore
const COMPANY = 'cong ty|cty|ho kinh doanh|hkd|doanh nghiep';
const LEAD =
  '(?:ten chu (?:tk|tai khoan)|(?:chu|ten)(?: cua)? ?(?:tk|tai khoan|the|stk)|ctk|chutk|nguoi nhan(?: tien)?|dung ten|mang ten|thu huong|nguoi thu huong|nguoi huong|ten nguoi nhan|ten nhan|ten chu|ten)(?: (?:la|ten|cua))?[\\s:;.\\-–]*';

const LED = new RegExp(
  `(?<![\\p{L}\\p{N}])${LEAD}(?<name>(?:${SURNAMES}|${COMPANY})(?: \\p{L}{1,12}){1,7})(?![\\p{L}\\p{N}])`,
  'gu',
);
const LOUD = /(?<![\p{L}\p{N}])\p{Lu}{1,12}(?: \p{Lu}{1,12}){1,7}(?![\p{L}\p{N}])/gu;
const STARTS_AS_NAME = new RegExp(`^(?:${SURNAMES}|${COMPANY})(?: |$)`);

/** Words that are never part of a name. */
const NEVER_A_NAME =
  /^(?:stk|sotk|tk|so|vcb|mb|mbbank|bidv|acb|bank|nh|nhnn|sdt|vietcombank|vietinbank|agribank|techcombank|tpbank|vpbank|sacombank|va|voi|roi|no|cho|chuyen|da|bi|nhe|o)$/;

/** Words that end a name typed in lower case once it has three: "nguyen van an ngan hang mb so tien". */
const ENDS_LOWER_NAME =
  /^(?:ngan|tai|ho|thi|co|bao|noi|goi|xong|luc|ngay|hom|dung|tien|chi|nhanh|de|toi|minh|em|nhung|ma|nay|kia|vay|a|ck|sau|o|trong|ben|khi|vi|nen|thoi|luon|duoc|dc|ra|vao)$/;

const NAME_WORDS_MAX = 5;

/** Names after "chủ tài khoản", "tên", "người nhận", and names in capitals, each beginning like a Vietnamese name or a company. */
export function findHolders(text: string): FoundHolder[] {
  const typed = readable(text);
  const folded = fold(typed);
  const found: FoundHolder[] = [];
  const isShouting = isMostlyCapitals(typed);
  for (const match of folded.matchAll(LED)) {
    const name = match.groups?.['name'] ?? '';
    const start = match.index + match[0].length - name.length;
    add(found, typed, start, start + nameLength(name, typed.slice(start)));
  }
  for (const match of isShouting ? [] : typed.matchAll(LOUD)) {
    const offset = nameOffset(fold(match[0]));
    if (offset === null) continue;
    const name = match[0].slice(offset);
    const start = match.index + offset;
    add(found, typed, start, start + nameLength(fold(name), name));
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Where in a run of capitals the name begins: "MB NGUYEN VAN AN" names a bank first. */
function nameOffset(folded: string): number | null {
  for (let offset = 0; offset >= 0; offset = folded.indexOf(' ', offset) + 1) {
    if (STARTS_AS_NAME.test(folded.slice(offset)) && folded.includes(' ', offset)) return offset;
    if (!folded.includes(' ', offset)) return null;
  }
  return null;
}

function add(found: FoundHolder[], typed: string, start: number, end: number): void {
  const name = typed.slice(start, end).trim();
  const isKnown = found.some((other) => start < other.end && end > other.start);
  if (name.includes(' ') && !isKnown)
    found.push({ name: name.toUpperCase(), start, end: start + name.length });
}

/** How far the name goes: to a word that cannot be one, and to five words unless it is a company. */
function nameLength(folded: string, typed: string): number {
  const words = folded.split(' ');
  const isCompany = new RegExp(`^(?:${COMPANY})(?: |$)`).test(folded);
  const isTitled = /^\p{Lu}/u.test(typed);
  let length = 0;
  for (const [index, word] of words.entries()) {
    const at = length === 0 ? 0 : length + 1;
    const isLowered = isTitled && /\p{Ll}/u.test(typed.charAt(at));
    const isBankNamed = word === 'ngan' && words[index + 1] === 'hang';
    const endsLower = !isTitled && index >= 3 && ENDS_LOWER_NAME.test(word);
    if (index > 0 && (NEVER_A_NAME.test(word) || isLowered || isBankNamed || endsLower)) break;
    if (!isCompany && index >= NAME_WORDS_MAX) break;
    length = at + word.length;
  }
  return length;
}

function isMostlyCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
  return letters.length > 60 && capitals > letters.length * 0.7;
}
