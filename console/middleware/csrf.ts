import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { readSession, writeSession } from './session.ts';

/** Name of the form field and, for htmx, of the header. */
export const CSRF_FIELD = '_csrf';
export const CSRF_HEADER = 'x-csrf-token';

/** The session's token, made when the first form is shown. */
export function csrfToken(request: Request): string {
  const data = readSession(request);
  if (data.csrfToken !== undefined) return data.csrfToken;
  const token = randomBytes(32).toString('base64url');
  writeSession(request, { ...data, csrfToken: token });
  return token;
}

/** Whether this POST comes from a form that we showed to this browser. */
export function hasCsrfToken(request: Request): boolean {
  const wanted = readSession(request).csrfToken;
  const body: unknown = request.body;
  const field: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, CSRF_FIELD) : undefined;
  const given = request.get(CSRF_HEADER) ?? field;
  if (wanted === undefined || typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
