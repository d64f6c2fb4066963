import { BSON } from 'mongodb';
import type { ErrorName } from './error-codes.ts';
import { errorCodes } from './error-codes.ts';

/** The command is refused: told to the client as MongoDB would tell it. */
export class CommandRefusedError extends Error {
  override readonly name = 'CommandRefusedError';
  readonly codeName: ErrorName;
  readonly details: BSON.Document;

  constructor(codeName: ErrorName, problem: string, details: BSON.Document = {}) {
    super(problem);
    this.codeName = codeName;
    this.details = details;
  }
}

export function reply(document: BSON.Document): Uint8Array {
  return BSON.serialize({ ...document, ok: 1 });
}

/** `labels` tell the driver what it may do next: TransientTransactionError lets it run the transaction again. */
export function errorReply(error: CommandRefusedError, labels: readonly string[] = []): Uint8Array {
  return BSON.serialize({
    ok: 0,
    errmsg: error.message,
    code: errorCodes[error.codeName],
    codeName: error.codeName,
    ...error.details,
    ...(labels.length === 0 ? {} : { errorLabels: [...labels] }),
  });
}
