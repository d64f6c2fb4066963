import { z } from 'zod';
import { phoneApps } from './phone-message.ts';

/** Longer than any of the platforms lets a person write: the bot has to bear it. */
const MAX_TEXT = 20_000;
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
const DEFAULT_MEDIA_TYPE = 'application/octet-stream';

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

/** The value, or a sentence for whoever uses the page. */
export function read<T>(schema: z.ZodType<T>, value: unknown): Read<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  // Sentences of ours are Vietnamese; zod's own are for programmers.
  const ours = issue?.code === 'custom' ? issue.message : 'Dữ liệu gửi lên không đúng dạng.';
  return { ok: false, sentence: ours };
}

const words = (max: number, empty: string, tooLong: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text !== '', empty)
    .refine((text) => text.length <= max, tooLong);

const within = (limit: number, sentence: string) =>
  z.number().refine((value) => Math.abs(value) <= limit, sentence);

export const appSchema = z.enum(phoneApps);
export const lookSchema = z.strictObject({});
export const openSchema = z.strictObject({ how: z.enum(['start', 'follow']) });
export const textSchema = z.strictObject({
  text: words(MAX_TEXT, 'Tin nhắn chưa có chữ nào.', 'Tin nhắn dài quá 20.000 ký tự.'),
});
export const tapSchema = z.strictObject({
  messageId: z.string().min(1).max(512),
  index: z.int().min(0).max(100),
});
export const menuSchema = z.strictObject({ index: z.int().min(0).max(100) });
export const locationSchema = z.strictObject({
  name: words(200, 'Xin ghi tên địa điểm.', 'Tên địa điểm dài quá 200 ký tự.'),
  latitude: within(90, 'Vĩ độ phải từ -90 đến 90.'),
  longitude: within(180, 'Kinh độ phải từ -180 đến 180.'),
});
export const contactSchema = z.strictObject({
  name: words(100, 'Xin ghi họ tên trên danh thiếp.', 'Họ tên dài quá 100 ký tự.'),
  phone: z
    .string()
    .refine((text) => /^\+?[\d .-]{3,20}$/u.test(text), 'Số điện thoại chỉ gồm 3 đến 20 chữ số.'),
});
export const stickerSchema = z.strictObject({ sticker: z.string().regex(/^[a-z]{1,20}$/u) });
export const clockSchema = z.strictObject({
  hours: z.number().refine((hours) => Math.abs(hours) <= 24 * 400, 'Chỉ dời được đồng hồ trong 400 ngày.'),
});

/** Query of an upload; a media type that is none becomes "some bytes". */
export const fileSchema = z.looseObject({
  name: z
    .string()
    .transform((name) => bareName(name))
    .refine((name) => name !== '' && name.length <= 200, 'Tên tệp trống hoặc dài quá 200 ký tự.'),
  type: z
    .string()
    .max(100)
    .optional()
    .transform((type) => (/^[\w.+-]+\/[\w.+-]+$/u.test(type ?? '') ? (type ?? '') : DEFAULT_MEDIA_TYPE)),
});

/** The last part of a path, without what no file's name may hold. */
function bareName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}
