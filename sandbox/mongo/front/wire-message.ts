import { MalformedMessageError } from './bson-fields.ts';

/** One request of a client: the command's document, and the document sequences sent beside it. */
export interface WireRequest {
  readonly id: number;
  readonly body: Buffer;
  readonly sequences: readonly DocumentSequence[];
  /** A client that sends more without waiting wants no reply. */
  readonly wantsReply: boolean;
  /** The old form that only the very first hello may have; `database` is in its name. */
  readonly legacyDatabase: string | undefined;
}

interface DocumentSequence {
  readonly name: string;
  readonly documents: readonly Buffer[];
}

export const headerSize = 16;
export const maxMessageSizeBytes = 48_000_000;
const opMsg = 2013;
const opQuery = 2004;
const opReply = 1;
const checksumPresent = 1;
const moreToCome = 2;
const requiredFlags = 0xffff;

/** The size of the message whose header this is. Throws MalformedMessageError when no message has such a size. */
export function messageSize(header: Buffer): number {
  const size = header.readInt32LE(0);
  if (size <= headerSize || size > maxMessageSizeBytes) {
    throw new MalformedMessageError('A message has an impossible size');
  }
  return size;
}

/** Reads a whole message. Throws MalformedMessageError. */
export function readMessage(message: Buffer): WireRequest {
  const kind = message.readInt32LE(12);
  if (kind === opMsg) return readOpMsg(message);
  if (kind === opQuery) return readOpQuery(message);
  throw new MalformedMessageError('A message has an unknown kind');
}

function readOpMsg(message: Buffer): WireRequest {
  if (message.length < headerSize + 10) throw new MalformedMessageError('A message is cut off');
  const flags = message.readUInt32LE(headerSize);
  if ((flags & requiredFlags & ~(checksumPresent | moreToCome)) !== 0) {
    throw new MalformedMessageError('A message has an unknown required flag');
  }
  const end = (flags & checksumPresent) === 0 ? message.length : message.length - 4;
  let body: Buffer | undefined;
  const sequences: DocumentSequence[] = [];
  let offset = headerSize + 4;
  while (offset < end) {
    const kind = message[offset];
    const section = sized(message, offset + 1, end);
    if (kind === 0 && body === undefined) body = section;
    else if (kind === 1) sequences.push(readSequence(section));
    else throw new MalformedMessageError('A message has an unknown section');
    offset += 1 + section.length;
  }
  if (body === undefined) throw new MalformedMessageError('A message has no body');
  const wantsReply = (flags & moreToCome) === 0;
  return { id: message.readInt32LE(4), body, sequences, wantsReply, legacyDatabase: undefined };
}

function readSequence(section: Buffer): DocumentSequence {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new MalformedMessageError('A document sequence has no name');
  const documents: Buffer[] = [];
  for (let offset = nameEnd + 1; offset < section.length;) {
    const document = sized(section, offset, section.length);
    documents.push(document);
    offset += document.length;
  }
  return { name: section.toString('utf8', 4, nameEnd), documents };
}

function readOpQuery(message: Buffer): WireRequest {
  const nameEnd = message.indexOf(0, headerSize + 4);
  if (nameEnd < 0) throw new MalformedMessageError('A query has no collection');
  const collection = message.toString('utf8', headerSize + 4, nameEnd);
  const body = sized(message, nameEnd + 9, message.length);
  const legacyDatabase = collection.replace(/\.\$cmd$/, '');
  return { id: message.readInt32LE(4), body, sequences: [], wantsReply: true, legacyDatabase };
}

/** The bytes at `offset` whose first four say how many there are. */
function sized(buffer: Buffer, offset: number, end: number): Buffer {
  if (offset + 5 > end) throw new MalformedMessageError('A document is cut off');
  const size = buffer.readInt32LE(offset);
  if (size < 5 || offset + size > end)
    throw new MalformedMessageError('A document passes the end of its message');
  return buffer.subarray(offset, offset + size);
}

/** The frame that answers `request` with a document. */
export function replyFrame(request: WireRequest, document: Uint8Array): Buffer {
  const legacy = request.legacyDatabase !== undefined;
  const before = legacy ? 36 : headerSize + 5;
  const frame = Buffer.allocUnsafe(before + document.length);
  frame.fill(0, 0, before);
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(request.id, 8);
  frame.writeInt32LE(legacy ? opReply : opMsg, 12);
  if (legacy) {
    frame.writeInt32LE(8, 16); // AwaitCapable, which every server says
    frame.writeInt32LE(1, 32); // one document
  }
  frame.set(document, before);
  return frame;
}
