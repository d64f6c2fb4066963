import type { Request } from 'express';
import { z } from 'zod';

/** One line of text; newlines and control characters become spaces. */
export const line = (maxChars: number) =>
  z
    .string()
    .max(maxChars * 2)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\u0000-\u001f\u007f]+/g, ' ')
        .trim(),
    )
    .refine((text) => text.length <= maxChars);

/** Text of several lines, line ends as `\n`. */
export const paragraphs = (maxChars: number) =>
  z
    .string()
    .max(maxChars * 2)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]+/g, ' ')
        .trim(),
    )
    .refine((text) => text.length <= maxChars);

/** A text that a page showed and gets back, as it was; an id or a state. */
export const token = z.string().max(100);

/** The form's fields, or null when it is not one of ours: a field missing, doubled or beyond all measure. */
export function readForm<Fields>(request: Request, schema: z.ZodType<Fields>): Fields | null {
  const parsed = schema.safeParse(request.body ?? {});
  return parsed.success ? parsed.data : null;
}

/** Fields of the address after "?", each bounded and single; others are as if they were not there. */
export function queryText(request: Request, name: string, maxChars = 100): string | null {
  const value: unknown = Reflect.get(request.query, name);
  return typeof value === 'string' && value.length <= maxChars && value !== '' ? value : null;
}

/** The longest name is the id of an event: a platform's own id of up to 512 characters, and what it is of. */
const PATH_MAX_CHARS = 700;

/** The part of the address that names a thing; "" when it is not there. */
export function pathText(request: Request, name: string): string {
  const value: unknown = Reflect.get(request.params, name);
  return typeof value === 'string' && value.length <= PATH_MAX_CHARS ? value : '';
}
