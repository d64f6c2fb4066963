import { readableDate, VIETNAM } from '../reports/moments.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const isoDayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: VIETNAM });

/** "2026-11-22": the day in Vietnam. */
export const isoDay = (moment: Date): string => isoDayFormat.format(moment);

/** The first moment of a day in Vietnam; an invalid date for a text that is none. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** "vừa xong", "5 phút trước", "3 giờ trước", "2 ngày trước"; a date when it is longer ago than a month. */
export function readableAge(moment: Date, now: Date): string {
  const ageMs = now.getTime() - moment.getTime();
  if (ageMs < MINUTE_MS) return 'vừa xong';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} phút trước`;
  if (ageMs < DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} giờ trước`;
  if (ageMs < 30 * DAY_MS) return `${Math.floor(ageMs / DAY_MS)} ngày trước`;
  return readableDate(moment);
}

/** The minute that ages on a page belong to: a page is drawn anew at least as often. */
export const minuteOf = (now: Date): string => String(Math.floor(now.getTime() / MINUTE_MS));

/** "820 B", "1,4 MB". */
export function readableSize(sizeBytes: number): string {
  if (sizeBytes < 1_000) return `${sizeBytes} B`;
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1_000)} KB`;
  return `${(sizeBytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

const OUTSIDE_MAX_CHARS = 12_000;
/** Controls that turn the direction of letters or hide them: a file "ảnh‮gpj.exe" must not look like a picture. */
const TRICK_CHARACTERS =
  /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text from outside as it may be shown: bounded, without characters that deceive the eye. */
export function shownText(text: string): string {
  const visible = text.replace(TRICK_CHARACTERS, '');
  const hidden = visible.length - OUTSIDE_MAX_CHARS;
  return hidden <= 0 ? visible : `${visible.slice(0, OUTSIDE_MAX_CHARS)}… (còn ${hidden} ký tự)`;
}
