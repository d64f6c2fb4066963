const PIN_DIGITS = 6;
const FEWEST_DIFFERENT_DIGITS = 3;

/** Six random digits, never ones that somebody would try first. */
export function newPin(randomBelow: (bound: number) => number): string {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const pin = String(randomBelow(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
    if (!isTrivialPin(pin)) return pin;
  }
  throw new Error('The random source does not give varying PINs');
}

/** Few different digits (000000, 121212), a run (123456, 987654) or a repetition (123123). */
export function isTrivialPin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  const isRun = steps.every((step) => step === 1) || steps.every((step) => step === -1);
  const half = pin.slice(0, PIN_DIGITS / 2);
  return isRun || new Set(digits).size < FEWEST_DIFFERENT_DIGITS || pin === half + half;
}

/** The six digits of what was typed, or null. Spaces, dots and dashes between them are forgiven. */
export function parsePin(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s.-]/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** The PIN in a message: all of it, or its only six figures in a row ("pin là 482 913"). */
export function findPin(text: string): string | null {
  const inRow =
    text.normalize('NFKC').match(/(?<![\p{L}\p{N}])[0-9](?:[\s.-]?[0-9]){5}(?![\p{L}\p{N}])/gu) ?? [];
  const [only] = inRow;
  return inRow.length === 1 && only !== undefined ? parsePin(only) : null;
}
