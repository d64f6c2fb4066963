/** MongoDB's error codes by name, as far as the engine or this front uses them. */
export const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  CannotBackfillArray: 34,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  IndexAlreadyExists: 68,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  CommandNotSupported: 115,
  ConflictingOperationInProgress: 117,
  DocumentFailedValidation: 121,
  ExceededMemoryLimit: 146,
  InvalidIndexSpecificationOption: 197,
  QueryFeatureNotAllowed: 224,
  ConversionFailure: 241,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  BSONObjectTooLarge: 10_334,
  DuplicateKey: 11_000,
} as const;

export type ErrorName = keyof typeof errorCodes;

/** The engine's own SQLSTATEs (documentdb_errors.csv of DocumentDB 1.0), and PostgreSQL's that clients must know. */
const sqlStates: Readonly<Record<string, ErrorName>> = {
  M0000: 'InternalError',
  M0001: 'BadValue',
  M0003: 'FailedToParse',
  M0004: 'TypeMismatch',
  M0005: 'Overflow',
  M0006: 'IllegalOperation',
  M0008: 'NamespaceNotFound',
  M0009: 'IndexNotFound',
  M000A: 'PathNotViable',
  M000C: 'CannotBackfillArray',
  M000D: 'ConflictingUpdateOperators',
  M000E: 'CursorNotFound',
  M000F: 'NamespaceExists',
  M000G: 'DollarPrefixedFieldName',
  M000I: 'NotSingleValueField',
  M000J: 'EmptyFieldName',
  M000K: 'DottedFieldName',
  M000M: 'ImmutableField',
  M000N: 'CannotCreateIndex',
  M000O: 'IndexAlreadyExists',
  M000P: 'InvalidOptions',
  M000Q: 'InvalidNamespace',
  M000R: 'IndexOptionsConflict',
  M000S: 'IndexKeySpecsConflict',
  M000U: 'CommandNotSupported',
  M000W: 'ExceededMemoryLimit',
  M0012: 'InvalidIndexSpecificationOption',
  M0013: 'QueryFeatureNotAllowed',
  M0015: 'ConversionFailure',
  M0016: 'OperationNotSupportedInTransaction',
  M001B: 'BSONObjectTooLarge',
  M001C: 'DuplicateKey',
  M00CO: 'DocumentFailedValidation',
  M00EX: 'MaxTimeMSExpired',
  M00EY: 'CommandNotFound',
  M00F1: 'WriteConflict',
  M00F2: 'ConflictingOperationInProgress',
  // A unique index other than that of _id is an exclusion constraint, which some commands let through as such.
  '23505': 'DuplicateKey',
  '23P01': 'DuplicateKey',
  '40001': 'WriteConflict',
  '40P01': 'WriteConflict',
  // A lock that another transaction did not give up in time.
  '55P03': 'WriteConflict',
  '57014': 'MaxTimeMSExpired',
};

/** What the engine says when another transaction has just made the same collection, which this one cannot see yet. */
const lostCreation = /^Unable to create (the specified|metadata database sentinel) collection/;

/** MongoDB's name for the engine's SQLSTATE and message; InternalError for one that has none. */
export function errorName(sqlState: string, message: string): ErrorName {
  if (lostCreation.test(message)) return 'WriteConflict';
  return sqlStates[sqlState] ?? 'InternalError';
}

/** The SQLSTATE that the engine packs into a write error's code: five characters, 6 bits each, the first lowest. */
export function unpackSqlState(packed: number): string {
  return [0, 6, 12, 18, 24].map((shift) => String.fromCharCode(((packed >> shift) & 63) + 48)).join('');
}
