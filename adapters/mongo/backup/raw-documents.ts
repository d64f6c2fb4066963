import { createHash } from 'node:crypto';
import type { ClientSession, Collection } from 'mongodb';

const LENGTH_BYTES = 4;
const SMALLEST_DOCUMENT_BYTES = 5;
/** MongoDB's limit for one document with its own overhead. */
const LARGEST_DOCUMENT_BYTES = 16 * 1024 * 1024 + 16 * 1024;

/** The documents of a collection as the bytes that the database keeps, so that nothing is changed by reading it. */
export async function* rawDocuments(
  collection: Collection,
  session?: ClientSession,
): AsyncGenerator<Uint8Array> {
  const cursor = collection.find({}, { raw: true, ...(session === undefined ? {} : { session }) });
  for await (const document of cursor) {
    if (!(document instanceof Uint8Array)) throw new TypeError('The driver gave no raw document');
    yield document;
  }
}

/** Cuts a stream of documents, one after the other, into single ones. Throws RangeError where it is not such a stream. */
export async function* splitDocuments(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const piece of stream) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    let start = 0;
    while (rest.length - start >= LENGTH_BYTES) {
      const sizeBytes = rest.readInt32LE(start);
      if (sizeBytes < SMALLEST_DOCUMENT_BYTES || sizeBytes > LARGEST_DOCUMENT_BYTES)
        throw new RangeError('A document has no possible size');
      if (rest.length - start < sizeBytes) break;
      yield rest.subarray(start, start + sizeBytes);
      start += sizeBytes;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) throw new RangeError('The last document is cut off');
}

/** Counts documents and sums up their content, whatever order they come in. */
export function createTally() {
  const digest = Buffer.alloc(32);
  let documents = 0;
  let sizeBytes = 0;
  return {
    add(document: Uint8Array): void {
      const hash = createHash('sha256').update(document).digest();
      for (const [at, byte] of hash.entries()) digest[at] = (digest[at] ?? 0) ^ byte;
      documents += 1;
      sizeBytes += document.length;
    },
    sum: () => ({ documents, sizeBytes, digest: digest.toString('hex') }),
  };
}

export async function tallyOf(documents: AsyncIterable<Uint8Array>) {
  const tally = createTally();
  for await (const document of documents) tally.add(document);
  return tally.sum();
}
