import { findPhones } from '../../reports/parsing/phone.ts';
import { foldedWords } from './folded-words.ts';

const INTRODUCES =
  /^(?:(?:tôi|toi|mình|minh|em|cháu|chau|con|tên|ten|là|la|số|so|sđt|sdt|của|cua|gọi|goi|cho|dạ|da|vâng)(?=\s|$)\s*)+/iu;
const NUMBER = /[\d+][\d\s.+()-]{6,}/u;
const ENDS = /[,;.\n:]|\s-\s/u;
const NO_NAME =
  /\b(?:gio|sang|trua|chieu|toi nay|buoi|luc|may|nghe|duoc|dung|khong|nhe|nha|day|nay|sdt|so|dien thoai|zalo|alo|goi)\b/;
const MOST_NAME_WORDS = 5;
const LEAST_NAME_CHARS = 2;

const partsBeside = (text: string): string[] =>
  text
    .split(NUMBER)
    .flatMap((part) => part.split(ENDS))
    .map((part) =>
      part
        .trim()
        .replace(INTRODUCES, '')
        .trim()
        .replace(/\s+(?:sđt|sdt|số|so|ạ|nhé)$/iu, ''),
    )
    .filter((part) => part !== '');

const isName = (part: string): boolean =>
  /^\p{L}[\p{L}'’]*(?: \p{L}[\p{L}'’]*)*$/u.test(part) &&
  part.length >= LEAST_NAME_CHARS &&
  part.split(' ').length <= MOST_NAME_WORDS &&
  !NO_NAME.test(foldedWords(part));

/** The name that somebody wrote beside their number: "Lan 0912 345 678", "tôi là Trần Thị B, 0912345678"; null when there is none. */
export const nameBeside = (text: string): string | null => partsBeside(text).find(isName) ?? null;

/** The telephone number in a reply, kept with the words around it ("gọi sau 5 giờ") that are no name; null when there is none. */
export function recognisePhone(text: string): { readonly value: string; readonly text: string } | null {
  const [phone] = findPhones(text, { isAnswer: true });
  if (phone === undefined) return null;
  const saysMore = partsBeside(text).some((part) => part !== nameBeside(text));
  return { value: phone.value, text: saysMore ? `${phone.display} (${text})` : phone.display };
}
