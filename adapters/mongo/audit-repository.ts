import type { Db } from 'mongodb';
import { z } from 'zod';
import type { AuditLink } from '../../reports/audit-chain.ts';
import { extendChain } from '../../reports/audit-chain.ts';
import type { AuditEntry, AuditReader, AuditWriter } from '../../reports/ports.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { openOrNull, sealOrNull } from './sealing.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { toStagedWrite } from './write-batches.ts';

const COLLECTION = 'audit';
const LIST_LIMIT_MAX = 500;

const documentSchema = z.object({
  /** The link's place in the chain: its uniqueness is what keeps the chain single. */
  _id: z.number(),
  at: z.date(),
  staffId: z.string().nullable(),
  staffName: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string().nullable(),
  hash: z.string(),
});

type AuditDocument = z.infer<typeof documentSchema>;

export const auditIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [{ name: 'subject_newest', key: { subject: 1, _id: -1 } }],
};

/** Reads of the audit, and the whole chain for verification. */
export interface AuditLog extends AuditReader {
  /** Every link from the first, for `verifyChain`. */
  links(): AsyncIterable<AuditLink>;
}

/** The key under which links are hashed; derived from the data key, so that the database alone cannot forge one. */
export function auditChainKey(cipher: FieldCipher): Buffer {
  return Buffer.from(cipher.keyedHash('audit', 'chain key'), 'base64url');
}

/** The audit in MongoDB, for good; what an entry tells in detail is sealed. */
export function createAuditLog(db: Db, cipher: FieldCipher): AuditLog {
  const audit = db.collection<AuditDocument>(COLLECTION);
  const toLink = (document: unknown): AuditLink =>
    decode(COLLECTION, documentSchema, document, ({ _id, hash, ...entry }) => ({
      sequence: _id,
      hash,
      entry: { ...entry, detail: openOrNull(cipher, entry.detail) },
    }));
  const newest = async (filter: { subject?: string }, limit: number): Promise<AuditEntry[]> => {
    const bounded = Math.max(1, Math.min(LIST_LIMIT_MAX, Math.trunc(limit)));
    const found = await audit.find(filter).sort({ _id: -1 }).limit(bounded).toArray();
    return found.map((document) => toLink(document).entry);
  };

  return {
    ofSubject: (subject, limit) => newest({ subject: subject }, limit),
    latest: (limit) => newest({}, limit),
    links: async function* () {
      for await (const document of audit.find({}).sort({ _id: 1 })) yield toLink(document);
    },
  };
}

/** Entries join the chain when the unit commits, in the same transaction; a unit without entries reads and writes nothing here. */
export function createAuditWriter(db: Db, unit: UnitOfWork, cipher: FieldCipher): AuditWriter {
  const entries: AuditEntry[] = [];
  const nextLinks = async () => {
    const [last] = await db
      .collection<Pick<AuditDocument, '_id' | 'hash'>>(COLLECTION)
      .find({}, { projection: { hash: 1 } })
      .sort({ _id: -1 })
      .limit(1)
      .toArray();
    const head = last === undefined ? null : { sequence: last._id, hash: last.hash };
    return extendChain(auditChainKey(cipher), head, entries).map((link) =>
      toStagedWrite<AuditDocument>(COLLECTION, { insertOne: { document: toDocument(cipher, link) } }),
    );
  };

  return {
    record: (entry) => {
      if (entries.length === 0) unit.stageLate(nextLinks);
      entries.push(entry);
    },
  };
}

function toDocument(cipher: FieldCipher, { sequence, entry, hash }: AuditLink): AuditDocument {
  const { at, staffId, staffName, action, subject, detail } = entry;
  return { _id: sequence, at, staffId, staffName, action, subject, detail: sealOrNull(cipher, detail), hash };
}
