import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { joinFields, MalformedMessageError, readFields } from '../../../sandbox/mongo/front/bson-fields.ts';
import { ByteQueue } from '../../../sandbox/mongo/front/byte-queue.ts';
import { readCommand } from '../../../sandbox/mongo/front/command.ts';
import { errorName, unpackSqlState } from '../../../sandbox/mongo/front/error-codes.ts';
import { readMessage } from '../../../sandbox/mongo/front/wire-message.ts';

describe('bytes from a socket', () => {
  it('come out in the pieces asked for, however they came in', () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(chunks, fc.integer({ min: 1, max: 7 }), (arrived, size) => {
        const queue = new ByteQueue();
        const taken: Buffer[] = [];
        for (const chunk of arrived) {
          queue.push(Buffer.from(chunk));
          for (let piece = queue.take(size); piece !== undefined; piece = queue.take(size)) taken.push(piece);
        }
        const all = Buffer.concat(arrived);
        expect(taken.every(({ length }) => length === size)).toBe(true);
        expect(Buffer.concat([...taken, queue.take(queue.length) ?? Buffer.alloc(0)])).toEqual(all);
      }),
    );
  });
});

describe('the fields of a document', () => {
  it('are found and joined again without a byte changed, whatever types they have', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.uint8Array().map((bytes) => new BSON.Binary(bytes)),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((long) => BSON.Long.fromBigInt(long)),
      fc.constantFrom(
        new BSON.ObjectId(),
        new BSON.Decimal128('1.5'),
        new BSON.BSONRegExp('^a', 'i'),
        new BSON.Timestamp(5n),
        new BSON.MinKey(),
        new BSON.MaxKey(),
        new BSON.Code('return 1', { a: 1 }),
        { nested: [1, { deep: 'x' }] },
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z$]{1,8}$/), value), (document) => {
        const bytes = Buffer.from(BSON.serialize(document));
        const fields = readFields(bytes);
        expect(fields.map(({ name }) => name)).toEqual(Object.keys(document));
        expect(joinFields(fields.map(({ start, end }) => bytes.subarray(start, end)))).toEqual(bytes);
      }),
    );
  });
});

describe('bytes that are no document', () => {
  const documentOf = (fields: readonly number[]): Buffer => {
    const bytes = Buffer.from([0, 0, 0, 0, ...fields, 0]);
    bytes.writeInt32LE(bytes.length);
    return bytes;
  };
  /** Reading ends, in fields or in a refusal. */
  const read = (bytes: Buffer): unknown => {
    try {
      return readFields(bytes);
    } catch (error) {
      return error;
    }
  };

  it('a regular expression without an end is refused', () => {
    expect(read(documentOf([0x0b, 0x72, 0, 0x61]))).toBeInstanceOf(MalformedMessageError);
  });

  it('whatever they are, they are read to their end or refused', () => {
    const types = [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 15, 16, 18, 19, 255, 0x41];
    const byte = fc.oneof(fc.constantFrom(0, 0, ...types), fc.nat(255));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 40 }), (bytes) => {
        const outcome = read(documentOf(bytes));
        expect(Array.isArray(outcome) || outcome instanceof MalformedMessageError).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a command', () => {
  const session = { id: new BSON.UUID() };

  it('reaches the engine without the fields of the wire, with its document sequences merged in', () => {
    const body = BSON.serialize({
      insert: 'docs',
      ordered: true,
      lsid: session,
      txnNumber: BSON.Long.fromNumber(3),
      startTransaction: true,
      autocommit: false,
      $db: 'commune',
    });
    const documents = [{ _id: 1 }, { _id: 2, text: 'hai' }].map((document) => BSON.serialize(document));
    const name = Buffer.from('documents\0');
    const size = Buffer.alloc(4);
    size.writeInt32LE(4 + name.length + documents.reduce((sum, { length }) => sum + length, 0));
    const sections = [Buffer.alloc(5), body, Buffer.from([1]), size, name, ...documents];
    const header = Buffer.alloc(16);
    header.writeInt32LE(2013, 12);
    const command = readCommand(readMessage(Buffer.concat([header, ...sections])));
    expect(command).toMatchObject({ name: 'insert', target: 'docs', database: 'commune' });
    expect(command.transaction).toMatchObject({ number: 3n, starts: true });
    expect(BSON.deserialize(command.spec)).toEqual({
      insert: 'docs',
      ordered: true,
      documents: [{ _id: 1 }, { _id: 2, text: 'hai' }],
    });
  });
});

describe('the codes of the engine', () => {
  it.each([
    [319_029_277, 'M001C', 'DuplicateKey'],
    [16_777_245, 'M0001', 'BadValue'],
    [0, '00000', 'InternalError'],
  ])('%d is %s, which MongoDB calls %s', (packed, sqlState, name) => {
    expect(unpackSqlState(packed)).toBe(sqlState);
    expect(errorName(sqlState, '')).toBe(name);
  });
});
