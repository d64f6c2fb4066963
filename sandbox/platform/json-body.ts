import type { Request } from 'express';

/** The body of a call as the platform reads it; null where the bytes are no JSON. */
export function jsonBody(request: Request): unknown {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? parseJson(body.toString('utf8')) : body;
}

/** Null for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
