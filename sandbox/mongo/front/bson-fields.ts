/** A frame or document that breaks MongoDB's wire format; its sender's connection is closed. */
export class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError';
}

/** One field of a document, as offsets into its bytes: `start` at its type byte, `value` after its name. */
export interface BsonField {
  readonly type: number;
  readonly name: string;
  readonly start: number;
  readonly value: number;
  readonly end: number;
}

const fixedSizes: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/**
 * The top fields of a BSON document, without decoding their values: commands go through this program byte for byte, so
 * that no type is changed on the way and big documents cost nothing. Throws MalformedMessageError.
 */
export function readFields(document: Buffer): BsonField[] {
  const last = document.length - 1;
  if (last < 4 || document.readInt32LE(0) !== document.length || document[last] !== 0) {
    throw new MalformedMessageError('A BSON document has the wrong length');
  }
  const fields: BsonField[] = [];
  let start = 4;
  while (start < last) {
    const type = document[start] ?? 0;
    const nameEnd = document.indexOf(0, start + 1);
    if (nameEnd < 0 || nameEnd >= last)
      throw new MalformedMessageError('A BSON field has no end to its name');
    const value = nameEnd + 1;
    const end = value + valueSize(document, type, value, last);
    if (end > last) throw new MalformedMessageError('A BSON field passes the end of its document');
    fields.push({ type, name: document.toString('utf8', start + 1, nameEnd), start, value, end });
    start = end;
  }
  return fields;
}

function valueSize(document: Buffer, type: number, value: number, last: number): number {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return fixed;
  if (type === 11) {
    // a pattern and its options; one of them without an end of its own passes that of the document
    const pattern = document.indexOf(0, value);
    const options = document.indexOf(0, pattern + 1);
    return pattern < 0 || options < 0 ? last : options + 1 - value;
  }
  if (value + 4 > last) throw new MalformedMessageError('A BSON field is cut off');
  const length = document.readInt32LE(value);
  if (length < 0) throw new MalformedMessageError('A BSON field has a negative length');
  if (type === 2 || type === 13 || type === 14) return 4 + length;
  if (type === 3 || type === 4 || type === 15) return Math.max(length, 5);
  if (type === 5) return 5 + length;
  if (type === 12) return 16 + length;
  throw new MalformedMessageError('A BSON field has an unknown type');
}

/** A document of fields that are bytes already. */
export function joinFields(parts: readonly Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const document = Buffer.allocUnsafe(size);
  document.writeInt32LE(size, 0);
  let offset = 4;
  for (const part of parts) offset += part.copy(document, offset);
  document[offset] = 0;
  return document;
}

/** A field that holds an array of documents. */
export function arrayField(name: string, documents: readonly Buffer[]): Buffer {
  const items = documents.map((document, index) => [Buffer.from(`\x03${index}\0`), document]);
  return Buffer.concat([Buffer.from(`\x04${name}\0`), joinFields(items.flat())]);
}

/** The text of a string field; undefined for any other type. */
export function stringValue(document: Buffer, field: BsonField): string | undefined {
  return field.type === 2 ? document.toString('utf8', field.value + 4, field.end - 1) : undefined;
}

/** A whole number of a field, whichever of the number types it has; undefined for any other type. */
export function integerValue(document: Buffer, field: BsonField): bigint | undefined {
  if (field.type === 16) return BigInt(document.readInt32LE(field.value));
  if (field.type === 18) return document.readBigInt64LE(field.value);
  return field.type === 1 ? BigInt(Math.trunc(document.readDoubleLE(field.value))) : undefined;
}

/** Whether a field is true, as MongoDB reads a flag: a boolean or a number. */
export function isTrue(document: Buffer, field: BsonField): boolean {
  return field.type === 8 ? document[field.value] === 1 : (integerValue(document, field) ?? 0n) !== 0n;
}
