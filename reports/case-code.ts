/**
 * 23 signs that are not mistaken for one another, on paper or read aloud: without 0 O Q D, 1 I L, B (8), S (5), Z (2),
 * G (6), U and V. Their number is a prime, so that the check character finds every single mistake and every swap.
 */
const ALPHABET = '23456789ACEFHJKMNPRTWXY';
const LENGTH = 8;

/** What people write instead of a sign that looks like it. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', G: '6' };

/** A new case code such as `K7M4-QX9C`: seven random signs, the last one checks them. */
export function newCaseCode(randomBelow: (bound: number) => number): string {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const signs = Array.from({ length: LENGTH - 1 }, () => randomBelow(ALPHABET.length));
    const code = [...signs, checkSign(signs)].map((sign) => ALPHABET.charAt(sign)).join('');
    if (hasDigitAndLetter(code)) return `${code.slice(0, 4)}-${code.slice(4)}`;
  }
  throw new Error('The random source does not give varying case codes');
}

/** The code in its one written form, or null. Forgives spaces, lower case, missing or other dashes, and look-alikes. */
export function parseCaseCode(text: string): string | null {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-‐-―_]/gu, '');
  const code = Array.from(signs, (sign) => LOOK_ALIKES[sign] ?? sign).join('');
  const values = Array.from(code, (sign) => ALPHABET.indexOf(sign));
  if (code.length !== LENGTH || values.includes(-1) || !hasDigitAndLetter(code)) return null;
  if (checkSign(values.slice(0, -1)) !== values.at(-1)) return null;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The first case code anywhere in a message, or null. */
export function findCaseCode(text: string): string | null {
  const candidates = text
    .slice(0, 10_000)
    .matchAll(/(?<![\p{L}\p{N}])[a-z0-9]{4}[\s.\-‐-―]{0,3}[a-z0-9]{4}(?![\p{L}\p{N}])/giu);
  for (const [candidate] of candidates) {
    const code = parseCaseCode(candidate);
    if (code !== null) return code;
  }
  return null;
}

/** Weights 1 to 8 over a prime: the weighted sum of all signs is 0. */
function checkSign(values: readonly number[]): number {
  const sum = values.reduce((total, value, index) => total + (index + 1) * value, 0);
  for (let sign = 0; sign < ALPHABET.length; sign += 1) {
    if ((sum + LENGTH * sign) % ALPHABET.length === 0) return sign;
  }
  throw new Error('The check character does not exist');
}

function hasDigitAndLetter(code: string): boolean {
  return /[0-9]/.test(code) && /[A-Z]/.test(code);
}
