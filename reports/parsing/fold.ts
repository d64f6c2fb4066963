/** Most characters of a message that the parsers look at; what comes after is kept, only not read. */
const READ_MAX_CHARS = 10_000;

const COMBINING = /\p{M}/u;

/**
 * Lower case without diacritics, with exactly one character for each one of `text`, so that a place found in the folded form
 * is the same place in the original. Give it NFC text: `readable` does.
 */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) folded += foldUnit(text.charAt(index));
  return folded;
}

/** The text as the parsers read it: NFC, no look-alike spaces or invisible signs, at most 10,000 characters. */
export function readable(text: string): string {
  return text
    .slice(0, READ_MAX_CHARS)
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu, ' ')
    .slice(0, READ_MAX_CHARS);
}

function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit.toLowerCase();
  if (unit === 'đ' || unit === 'Đ' || unit === 'ð') return 'd';
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 && !COMBINING.test(base) ? base : unit;
}
