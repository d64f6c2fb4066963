import type { WireAnswer } from '../platform/trouble.ts';

/** Zalo refuses under HTTP 200; the code tells. */
export function zaloError(code: number, message: string): WireAnswer {
  return { status: 200, json: { error: code, message } };
}
