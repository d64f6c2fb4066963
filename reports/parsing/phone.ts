import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readable } from './fold.ts';

/** A telephone number in a message, with its place in the readable text. */
export interface FoundPhone {
  /** E.164, for example `+84912345678`; 1900 and 1800 numbers too (`+841900545413`). */
  readonly value: string;
  /** As people in Vietnam write it. */
  readonly display: string;
  readonly start: number;
  readonly end: number;
}

/** A run of digits with the separators people use; the letter o stands for zero often enough. */
const CANDIDATE =
  /(?<![\p{L}\p{N}.@#_-])(?:\(?\+ ?|00)?\(?[\doO](?:[ .\-()–]{0,3}[\doO]){6,24}(?![\p{L}\p{N}])/gu;

const LOCAL_LENGTHS = [10, 11];

/** All valid numbers, each once in each place. A number without its leading zero counts only where `isAnswer` says that a number was asked for. */
export function findPhones(
  text: string,
  { isAnswer = false }: { readonly isAnswer?: boolean } = {},
): FoundPhone[] {
  const typed = readable(text);
  const found: FoundPhone[] = [];
  for (const match of typed.matchAll(CANDIDATE)) {
    found.push(...readRun(match[0], match.index, isAnswer));
  }
  return found;
}

function readRun(run: string, start: number, isAnswer: boolean): FoundPhone[] {
  const whole = toPhone(run, isAnswer);
  if (whole !== null) return [{ ...whole, start, end: start + run.length }];
  return splitRun(run).flatMap(({ piece, at }) => {
    const phone = toPhone(piece, isAnswer);
    return phone === null ? [] : [{ ...phone, start: start + at, end: start + at + piece.length }];
  });
}

/** Two numbers written one after the other: cut where a group begins with 0, 84 or +84 after a full number. */
function splitRun(run: string): { piece: string; at: number }[] {
  const pieces: { piece: string; at: number }[] = [];
  let from = 0;
  let digits = 0;
  for (let index = 0; index < run.length; index += 1) {
    const isGroupStart = index > 0 && !/[\doO]/.test(run.charAt(index - 1));
    if (isGroupStart && LOCAL_LENGTHS.includes(digits) && /^(?:[0oO]|\+?84|1[89]00)/.test(run.slice(index))) {
      pieces.push({ piece: run.slice(from, index).trimEnd(), at: from });
      from = index;
      digits = 0;
    }
    if (/[\doO]/.test(run.charAt(index))) digits += 1;
  }
  pieces.push({ piece: run.slice(from), at: from });
  return pieces.length > 1 ? pieces : [];
}

function toPhone(run: string, isAnswer: boolean): { value: string; display: string } | null {
  const hasPlus = run.includes('+');
  const digits = run.replace(/[oO]/g, '0').replace(/\D/g, '');
  const dialled = hasPlus ? `+${digits}` : withCountry(digits, isAnswer);
  if (dialled === null) return null;
  const phone = parsePhoneNumberFromString(dialled, 'VN');
  if (phone === undefined) return null;
  const isMobile = /^\+84[35789]\d{8}$/.test(phone.number);
  if (!isMobile && !phone.isValid()) return null;
  if (isMobile) return { value: phone.number, display: groupMobile(phone.number) };
  return {
    value: phone.number,
    display: phone.country === 'VN' ? phone.formatNational() : phone.formatInternational(),
  };
}

/** Any mobile number of the numbering plan, also under prefixes that were opened after the library's tables. */
function groupMobile(value: string): string {
  return `0${value.slice(3)}`.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/** What a Vietnamese telephone would dial; null for digits that are no number here. */
function withCountry(digits: string, isAnswer: boolean): string | null {
  if (/^00[1-9]/.test(digits)) return `+${digits.slice(2)}`;
  if (/^0\d{9,10}$/.test(digits) || /^1[89]00\d{4,6}$/.test(digits)) return digits;
  if (/^840\d{9}$/.test(digits)) return `+84${digits.slice(3)}`;
  if (/^84\d{9,10}$/.test(digits)) return `+${digits}`;
  return isAnswer && /^[35789]\d{8}$/.test(digits) ? `0${digits}` : null;
}
