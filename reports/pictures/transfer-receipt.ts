import { findBanks } from '../parsing/bank.ts';
import type { BankInfo } from '../parsing/banks.ts';
import { fold, readable } from '../parsing/fold.ts';
import type { When } from '../parsing/found-when.ts';
import { findMoney } from '../parsing/money.ts';
import type { Money } from '../parsing/money.ts';
import { findWhen } from '../parsing/when.ts';

/** What the picture of a bank's or wallet's receipt says, as far as it could be read. */
export interface TransferReceipt {
  readonly money: Pick<Money, 'amount' | 'currency'>;
  /** Digits of the receiving account; null where it is hidden or could not be read. */
  readonly account: string | null;
  readonly bank: BankInfo | null;
  /** Capitals without diacritics, as banks print names. */
  readonly holder: string | null;
  readonly when: Pick<When, 'at' | 'precision'> | null;
  /** The bank's own number of the transfer. */
  readonly reference: string | null;
}

interface Line {
  readonly text: string;
  readonly folded: string;
}

/** Words that stand on receipts; two of them make one. */
const SIGNS =
  /giao dich|thanh cong|chuyen (?:tien|khoan)|bien lai|so tien|nguoi (?:nhan|huong|thu huong)|thu huong|tai khoan (?:nhan|dich|nguon)|den tai khoan|tu tai khoan|ma (?:giao dich|gd|tham chieu)|noi dung|hoa don/g;
const SIGNS_NEEDED = 2;

const AMOUNT = /^so tien(?! phi)|^tong tien|^gia tri giao dich|^so tien giao dich/;
/** Amounts that are not what was sent. */
const OTHER_AMOUNT = /so du|^phi\b|le phi|phi giao dich|phi chuyen|han muc|khuyen mai/;
const TO_ACCOUNT =
  /(?:den|toi|vao) (?:so )?(?:tai khoan|tk|stk|so the)|(?:tai khoan|stk|tk|so the)(?: so)? (?:nhan|nguoi nhan|thu huong|nguoi (?:thu )?huong|huong|dich|den)|so tai khoan$|^stk\b|^so tk\b/;
const FROM_ACCOUNT =
  /(?:tu|trich) (?:tai khoan|tk|stk|no)|(?:tai khoan|stk|tk) (?:nguon|chuyen|trich|gui|nguoi (?:chuyen|gui)|thanh toan|cua ban)|nguoi (?:chuyen|gui)/;
const HOLDER =
  /(?:ten )?(?:nguoi|don vi|chu tai khoan|chu tk) ?(?:nhan|thu huong|huong)?|ten (?:tai khoan|tk|nhan|thu huong)|chu tai khoan/;
const BANK = /ngan hang (?:nhan|thu huong|huong|den|dich|nguoi nhan)|tai ngan hang|^ngan hang$|^ngan hang\b/;
const REFERENCE = /ma (?:giao dich|gd|tham chieu|tra soat|chuan chi)|so (?:tham chieu|giao dich|but toan)/;

const NUMBER = /(?<![\w*])\d(?:[ .]?\d){5,18}(?![\w*])/;
const NAME = /^[\p{L}]{2,}(?: [\p{L}]+){1,6}$/u;
const REFERENCE_VALUE = /\b(?=[A-Z0-9]*\d)[A-Z0-9]{8,25}\b/;

/** Reads the words that stand in a picture as the receipt of a transfer; null when it is none, or no amount is in it. */
export function readTransferReceipt(text: string, now: Date): TransferReceipt | null {
  const lines = linesOf(text);
  const signs = new Set(lines.flatMap(({ folded }) => folded.match(SIGNS) ?? []));
  const money = signs.size < SIGNS_NEEDED ? null : amountOf(lines);
  if (money === null) return null;
  return {
    money,
    account: accountOf(lines),
    bank: bankOf(lines),
    holder: holderOf(lines),
    when: momentOf(lines, now),
    reference: valueOf(lines, REFERENCE, ({ text: line }) => REFERENCE_VALUE.exec(line)?.[0] ?? null),
  };
}

const linesOf = (text: string): Line[] =>
  readable(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, folded: fold(line) }));

/** What stands on the line with the label, behind it, or on the next line. */
function valueOf<T>(lines: readonly Line[], label: RegExp, read: (line: Line) => T | null): T | null {
  for (const [index, { text, folded }] of lines.entries()) {
    const match = label.exec(folded);
    if (match === null) continue;
    const at = match.index + match[0].length;
    const behind = { text: text.slice(at).replace(/^[\s:.\-–]+/, ''), folded: folded.slice(at) };
    const next = lines[index + 1];
    const value = read(behind) ?? (next === undefined ? null : read(next));
    if (value !== null) return value;
  }
  return null;
}

function amountOf(lines: readonly Line[]): TransferReceipt['money'] | null {
  const plain = lines.filter(
    ({ folded }, index) => !OTHER_AMOUNT.test(folded) && !isLabelAlone(lines[index - 1], OTHER_AMOUNT),
  );
  const read = ({ text }: Line): Money | null => findMoney(text)[0] ?? null;
  const money = valueOf(plain, AMOUNT, read) ?? plain.map(read).find((one) => one !== null) ?? null;
  return money === null ? null : { amount: money.amount, currency: money.currency };
}

const isLabelAlone = (line: Line | undefined, label: RegExp): boolean =>
  line !== undefined && label.test(line.folded) && !/\d/.test(line.folded);

const numberIn = ({ text }: Line): string | null => NUMBER.exec(text)?.[0].replace(/\D/g, '') ?? null;

/** The account after a label that says where the money went; the sender's own is never taken for it. */
function accountOf(lines: readonly Line[]): string | null {
  const own = valueOf(lines, FROM_ACCOUNT, numberIn);
  const receiving = valueOf(
    lines.filter(({ folded }) => !FROM_ACCOUNT.test(folded)),
    TO_ACCOUNT,
    numberIn,
  );
  return receiving === own ? null : receiving;
}

function holderOf(lines: readonly Line[]): string | null {
  const receiving = lines.filter(({ folded }) => !FROM_ACCOUNT.test(folded));
  return valueOf(receiving, HOLDER, ({ text }) => {
    const name = text.replace(/[^\p{L} ]/gu, ' ').trim();
    return NAME.test(name) && name === name.toUpperCase() ? fold(name).toUpperCase() : null;
  });
}

/** The bank after its label, else the one named last: the app's own name stands at the top. */
function bankOf(lines: readonly Line[]): BankInfo | null {
  const read = ({ text }: Line): BankInfo | null => findBanks(text, { isAnswer: true })[0]?.bank ?? null;
  return valueOf(lines, BANK, read);
}

const DATED = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/;

function momentOf(lines: readonly Line[], now: Date): TransferReceipt['when'] {
  const dated = lines.find(({ text }) => DATED.test(text));
  const when = dated === undefined ? null : findWhen(dated.text.replace(/(?<=\d) - (?=\d)/g, ' '), now);
  if (when === null || when.at.getTime() > now.getTime()) return null;
  return { at: when.at, precision: when.precision };
}
