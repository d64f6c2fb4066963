import { randomBytes } from 'node:crypto';
import type { WireAnswer } from '../platform/trouble.ts';

export interface GraphRefusal {
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
}

export function graphError({ code, subcode, message }: GraphRefusal, status = 400): WireAnswer {
  const error = {
    message: `(#${code}) ${message}`,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: randomBytes(8).toString('base64url'),
  };
  return { status, json: { error } };
}

/** "code" or "code/subcode", as the faults name it. */
export function namedError(name: string): WireAnswer {
  const [code = '1', subcode] = name.split('/');
  return graphError({
    code: Number(code),
    ...(subcode === undefined ? {} : { subcode: Number(subcode) }),
    message: 'Fault of the sandbox',
  });
}
