import type { Input } from '../input.ts';

export type FreeText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'no-words' | 'too-short' };

/** Words as they were typed. A photo, a sticker or mere punctuation is not an answer in words. */
export function recogniseFreeText(input: Input, minChars = 1): FreeText {
  if (input.folded === '') return { ok: false, why: 'no-words' };
  if (input.folded.length < minChars) return { ok: false, why: 'too-short' };
  return { ok: true, text: input.text };
}
