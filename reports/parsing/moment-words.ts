import type { When } from './found-when.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  nua: 0.5, mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10, 'muoi lam': 15, 'hai muoi': 20, 'ba muoi': 30, may: 3, vai: 3,
}; // prettier-ignore
const COUNT = `(?<count>\\d{1,3}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const UNIT = '(?<unit>phut|ph|p|tieng dong ho|tieng|gio|h|giay)';
const MINUTES: Readonly<Record<string, number>> = { phut: 1, ph: 1, p: 1, giay: 1 / 60 };

const AGO = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?:(?:cach (?:day|nay)(?: (?:khoang|tam|hon|gan|chung))? ${COUNT} ?${UNIT}(?<half> ruoi)?)` +
    `|(?:${COUNT.replace('count', 'count2')} ?${UNIT.replace('unit', 'unit2')}(?<half2> ruoi)? (?:truoc|trc)))(?![\\p{L}\\p{N}])`,
  'u',
);

const JUST_NOW =
  /(?<![\p{L}\p{N}])(?:(?:moi|vua|hoi|luc|ban|khi) nay|moi nay|nay gio|nay(?= (?:co|bi|no|toi|minh|em|t ) ?)|vua xong|vua roi|vua moi|moi vua|moi xong|moi day|moi tuc thi|hoi nay|vua(?= (?:chuyen|nap|mat|bi|ck|gui|goi|nhan|dua|cung cap|bam|cai|quet)(?![\p{L}\p{N}]))|moi(?= (?:chuyen|nap|mat|bi|ck|gui|dua|bam|cai|quet)(?![\p{L}\p{N}]))|bay gio|bay h|hien tai|hien gio|ngay bay gio|ngay luc nay|dang(?= (?:bi|chuyen)(?![\p{L}\p{N}])))(?![\p{L}\p{N}])/u;

/** "30 phút trước", "cách đây 2 tiếng": exact. "mới nãy", "vừa" before what was done: within the hour, unless a day is named as well. */
export function findMoment(
  folded: string,
  typed: string,
  now: Date,
): (When & { readonly isExact: boolean }) | null {
  const ago = AGO.exec(folded);
  if (ago !== null) {
    const groups = ago.groups ?? {};
    const count = groups['count'] ?? groups['count2'] ?? '';
    const unit = groups['unit'] ?? groups['unit2'] ?? '';
    const half = (groups['half'] ?? groups['half2']) === undefined ? 0 : 0.5;
    const minutes = ((NUMBERS[count] ?? Number(count)) + half) * (MINUTES[unit] ?? 60);
    const at = new Date(now.getTime() - minutes * 60_000);
    return { at, precision: minutes < 120 ? 'minute' : 'hour', isExact: true, ...placeOf(ago) };
  }
  const justNow = JUST_NOW.exec(folded);
  if (justNow === null || !isTypedAsMoment(typed, justNow)) return null;
  return { at: now, precision: 'hour', isExact: false, ...placeOf(justNow) };
}

/** "mỗi ngày", "này" and "vua" fold to the same letters. */
function isTypedAsMoment(typed: string, match: RegExpExecArray): boolean {
  const written = typed.slice(match.index, match.index + match[0].length).toLowerCase();
  return !/mỗi|này|mời|hỏi|vửa|môi/.test(written);
}

function placeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
