import { fold, readable } from './fold.ts';

/** `made`: money went. `refused`: told to pay, and did not. `demanded`: told to pay, and not a word of whether it was paid. */
export type Payment = 'made' | 'refused' | 'demanded';

const PAY = '(?:chuyen|ck|nop|nap|thanh toan)';
/** End what was demanded and begin what was done. */
const THEN = '(?:nen|roi|xong|thi|va|luc|sau|the|,)';
/** "Bảo tôi chuyển": somebody wants it. "Rủ", "dụ", "lừa" mostly tell of what was done as well. */
const DEMANDS = new RegExp(
  ` (?:bao|doi|yeu cau|bat|keu|giuc|de nghi|noi)(?: (?!${THEN} )\\S+){0,3} ${PAY}(?= )`,
  'g',
);
const REFUSALS = new RegExp(
  ` (?:chua|khong|ko|k|kg|hong|chang)(?: (?:he|kip|chiu|dam|co))? (?:${PAY}|mat)(?! (?:lai|hang|do|tra) )(?= )`,
  'g',
);
const MADE = new RegExp(` (?:${PAY}|da (?:gui|dua|dong|tra|dat coc)|mat|bi (?:tru|rut)) `);
const DECEIVED = / (?<!suyt )bi (?:lua|chiem doat) /;

/** What a message says about whether the money in it was paid; null when nothing. */
export function readPayment(text: string): Payment | null {
  // "báo" is to report, "bảo" to tell
  const typed = readable(text).replace(/báo/giu, 'trình');
  const words = fold(typed).match(/[\p{L}\p{N}]+|[,.;\n]/gu) ?? [];
  const folded = ` ${words.map((word) => (/[,.;\n]/.test(word) ? ',' : word)).join(' ')} `;
  const withoutRefusals = folded.replace(REFUSALS, '');
  const done = withoutRefusals.replace(DEMANDS, '');
  if (MADE.test(done)) return 'made';
  if (withoutRefusals !== folded) return 'refused';
  if (DECEIVED.test(folded)) return 'made';
  return done === withoutRefusals ? null : 'demanded';
}
