import type { z } from 'zod';
import { ReportError } from '../../reports/errors.ts';
import { CipherError } from './field-cipher.ts';

/**
 * A stored document in our terms. Throws ReportError "undecodable", which names the collection and what does not fit, and
 * never a value: it may be personal.
 */
export function decode<Stored, Wanted>(
  collection: string,
  schema: z.ZodType<Stored>,
  document: unknown,
  toWanted: (stored: Stored) => Wanted,
): Wanted {
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new ReportError('undecodable', `A document in ${collection} does not decode at ${paths}`);
  }
  try {
    return toWanted(parsed.data);
  } catch (error) {
    if (!(error instanceof CipherError)) throw error;
    throw new ReportError('undecodable', `A document in ${collection} does not open with the data key`, {
      cause: error,
    });
  }
}
