import { fold } from './language/letters.ts';

/** How somebody wants to be named, wherever it stands in a sentence. */
const UNNAMED = /(?<!\p{L})(?:[ẩâa]n danh|n[ặa]c danh|gi[ấa]u tên|giau ten)(?!\p{L})/giu;
const ASKS = /\?|\b(?:co|duoc|dc)\b.{0,20}\b(?:khong|hong|hok|hk|ko|k|chua|chu)\b|\b(?:sao|the nao)\b/;

/**
 * The words without the wish to stay unnamed; null where there is none, or where it is asked about. It says how to report and
 * not what for, but is so rare beside everything else that it draws a plain wish to the article about it.
 */
export function withoutAnonymity(message: string): string | null {
  const rest = message.normalize('NFC').replace(UNNAMED, ' ');
  return rest === message.normalize('NFC') || ASKS.test(fold(message.toLowerCase())) ? null : rest;
}
