const text = (value: string) => Buffer.from(`${value}\0`);

function message(type: string, parts: readonly Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 4);
  const header = Buffer.alloc(5);
  header.write(type, 0);
  header.writeInt32BE(size, 1);
  return Buffer.concat([header, ...parts], size + 1);
}

/** PostgreSQL protocol 3.0: opens a session as `user`, with settings of its own. */
export function startupMessage(user: string, database: string, options: string): Buffer {
  const settings = ['user', user, 'database', database, 'options', options].map(text);
  const body = Buffer.concat([Buffer.from([0, 3, 0, 0]), ...settings, Buffer.from([0])]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length + 4);
  return Buffer.concat([size, body]);
}

/** Gives a statement a name under which it can be run again without being planned anew. */
export function parseMessage(name: string, sql: string): Buffer {
  return message('P', [text(name), text(sql), Buffer.from([0, 0])]);
}

/** Runs a named statement; parameters and results are binary, so no byte is written as text on the way. */
export function runMessage(name: string, parameters: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(6);
  head.writeInt16BE(1, 0); // one format for all parameters:
  head.writeInt16BE(1, 2); // binary
  head.writeInt16BE(parameters.length, 4);
  const values = parameters.flatMap((value) => {
    const size = Buffer.alloc(4);
    size.writeInt32BE(value.length);
    return [size, value];
  });
  const resultFormat = Buffer.from([0, 1, 0, 1]);
  return Buffer.concat([message('B', [text(''), text(name), head, ...values, resultFormat]), executeAndSync]);
}

const executeAndSync = Buffer.concat([message('E', [text(''), Buffer.alloc(4)]), message('S', [])]);

/** The columns of one row; null where there is no value. */
export type Row = readonly (Buffer | null)[];

export function readRow(body: Buffer): Row {
  const count = body.readInt16BE(0);
  const row: (Buffer | null)[] = [];
  let offset = 2;
  for (let column = 0; column < count; column += 1) {
    const size = body.readInt32BE(offset);
    offset += 4;
    row.push(size < 0 ? null : body.subarray(offset, offset + size));
    offset += Math.max(size, 0);
  }
  return row;
}

/** PostgreSQL refused a statement. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly sqlState: string;
  readonly constraint: string | undefined;

  constructor(sqlState: string, problem: string, constraint: string | undefined) {
    super(problem);
    this.sqlState = sqlState;
    this.constraint = constraint;
  }
}

/** The connection to PostgreSQL broke, or could not be made: what was under way may or may not have happened. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

export function readError(body: Buffer): PostgresError {
  const fields = new Map<string, string>();
  for (const field of body.toString('utf8').split('\0')) {
    if (field !== '') fields.set(field.charAt(0), field.slice(1));
  }
  return new PostgresError(fields.get('C') ?? 'XX000', fields.get('M') ?? 'Unknown error', fields.get('n'));
}
