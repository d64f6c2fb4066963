import type { BsonField } from './bson-fields.ts';
import {
  MalformedMessageError,
  arrayField,
  integerValue,
  isTrue,
  joinFields,
  readFields,
  stringValue,
} from './bson-fields.ts';
import type { WireRequest } from './wire-message.ts';

/** A command as the engine takes it: its document without what only the wire is concerned with. */
export interface Command {
  readonly name: string;
  readonly database: string;
  /** The text of the first field: for most commands the collection. */
  readonly target: string;
  readonly spec: Buffer;
  readonly transaction: TransactionFields | undefined;
}

export interface TransactionFields {
  /** The bytes of the session's id, as text. */
  readonly session: string;
  readonly number: bigint;
  readonly starts: boolean;
}

const wireFields = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  'txnNumber',
  'autocommit',
  'startTransaction',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

/** Throws MalformedMessageError when the message holds no command. */
export function readCommand(request: WireRequest): Command {
  const { body } = request;
  const fields = readFields(body);
  const [first] = fields;
  if (first === undefined) throw new MalformedMessageError('A message holds no command');
  const wire = new Map(fields.filter(({ name }) => wireFields.has(name)).map((field) => [field.name, field]));
  const databaseField = wire.get('$db');
  const database = databaseField === undefined ? request.legacyDatabase : stringValue(body, databaseField);
  if (database === undefined) throw new MalformedMessageError('A command names no database');
  return {
    name: first.name,
    database,
    target: stringValue(body, first) ?? '',
    spec: engineSpec(request, fields),
    transaction: transactionFields(body, wire),
  };
}

function engineSpec(request: WireRequest, fields: readonly BsonField[]): Buffer {
  const kept: Buffer[] = [];
  let from = 4;
  // Neighbouring fields that stay are copied in one piece.
  for (const field of fields) {
    if (!wireFields.has(field.name)) continue;
    if (field.start > from) kept.push(request.body.subarray(from, field.start));
    from = field.end;
  }
  if (from === 4 && request.sequences.length === 0) return request.body;
  kept.push(request.body.subarray(from, request.body.length - 1));
  const sequences = request.sequences.map(({ name, documents }) => arrayField(name, documents));
  return joinFields([...kept, ...sequences]);
}

function transactionFields(
  body: Buffer,
  wire: ReadonlyMap<string, BsonField>,
): TransactionFields | undefined {
  const autocommit = wire.get('autocommit');
  if (autocommit === undefined || isTrue(body, autocommit)) return undefined;
  const session = wire.get('lsid');
  const numberField = wire.get('txnNumber');
  const number = numberField === undefined ? undefined : integerValue(body, numberField);
  if (session === undefined || number === undefined) {
    throw new MalformedMessageError('A command of a transaction names no session or number');
  }
  const starts = wire.get('startTransaction');
  return {
    session: body.toString('latin1', session.value, session.end),
    number,
    starts: starts !== undefined && isTrue(body, starts),
  };
}
