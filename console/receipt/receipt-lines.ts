import type { Receipt } from '../../reports/receipt.ts';

const KEY_PREFIX = 'key ';
const SIGNATURE_PREFIX = 'signature ';

/** The receipt as it is printed and pasted back: what is signed, then the key and the signature. */
export function printedLines({ text, keyId, signature }: Receipt): readonly string[] {
  const signed = text.split('\n').filter((line) => line !== '');
  return [...signed, `${KEY_PREFIX}${keyId}`, `${SIGNATURE_PREFIX}${signature}`];
}

/** Null when the lines are no receipt. Forgives spaces and empty lines around, as copying out of a PDF makes them. */
export function readPrintedLines(pasted: string): Receipt | null {
  const lines = pasted
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const valueOf = (prefix: string) => lines.find((line) => line.startsWith(prefix))?.slice(prefix.length);
  const [keyId, signature] = [valueOf(KEY_PREFIX), valueOf(SIGNATURE_PREFIX)];
  if (keyId === undefined || signature === undefined) return null;
  const signed = lines.filter((line) => !line.startsWith(KEY_PREFIX) && !line.startsWith(SIGNATURE_PREFIX));
  return { text: [...signed, ''].join('\n'), keyId, signature };
}
