import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';

/** A server that stops, restarts or gives its place to another (MongoDB's error_codes.yml, NotPrimary and Shutdown errors). */
const SERVER_GOES = new Set<unknown>([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);

/**
 * Whether a call failed because the database is away or went away in the middle, which is no fault of what was asked, and
 * leaves open whether it was done. The driver wraps a lost connection in MongoBulkWriteError where many are written.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError) {
    const wrapped: unknown = error.errorResponse;
    return (wrapped instanceof Error && isDatabaseAway(wrapped)) || SERVER_GOES.has(error.code);
  }
  if (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError
  )
    return true;
  if (!(error instanceof MongoError)) return false;
  return error.hasErrorLabel('UnknownTransactionCommitResult') || SERVER_GOES.has(error.code);
}
