import { createHmac } from 'node:crypto';

/**
 * The key under which the browser of one member of staff keeps what is half typed, 32 bytes in base64. The same after the
 * next sign-in, another for each person: on a shared computer a colleague's page cannot open it.
 */
export function draftKeyOf(sessionSecret: string, staffId: string): string {
  return createHmac('sha256', sessionSecret).update(`draft ${staffId}`).digest('base64');
}
