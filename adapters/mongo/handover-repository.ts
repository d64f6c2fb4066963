import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Handover, HandoverReader, HandoverWriter } from '../../reports/handover-ports.ts';
import { CHANNEL_NAMES } from '../../reports/report.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { openAddress, sealAddress } from './sealing.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const COLLECTION = 'handovers';
const LIST_LIMIT_MAX = 200;

/** Waiting before open before ended. */
const RANKS: Readonly<Record<Handover['status'], number>> = { waiting: 0, open: 1, ended: 2 };

const documentSchema = z.object({
  _id: z.string(),
  status: z.enum(['waiting', 'open', 'ended']),
  rank: z.number(),
  /** Waiting or open: one at most for each resident. */
  current: z.boolean(),
  channel: z.enum(CHANNEL_NAMES),
  address: z.string(),
  residentKey: z.string(),
  requestedAt: z.date(),
  urgent: z.boolean(),
  messages: z.array(
    z.object({
      at: z.date(),
      from: z.enum(['resident', 'officer']),
      staffId: z.string().nullable(),
      text: z.string(),
    }),
  ),
  version: z.number(),
});

type HandoverDocument = z.infer<typeof documentSchema>;

export const handoverIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [
    {
      name: 'one_current_a_resident',
      key: { residentKey: 1 },
      unique: true,
      partialFilterExpression: { current: true },
    },
    { name: 'current_by_rank', key: { current: 1, rank: 1, _id: 1 } },
  ],
};

/** Reads of the residents' wishes to talk to a person. */
export function createHandoverReader(db: Db, cipher: FieldCipher): HandoverReader {
  const handovers = db.collection<HandoverDocument>(COLLECTION);
  const toOurs = (document: unknown): Handover =>
    decode(COLLECTION, documentSchema, document, (stored) => toHandover(cipher, stored));

  return {
    byId: async (id) => {
      const found = await handovers.findOne({ _id: id });
      return found === null ? null : toOurs(found);
    },
    current: async (residentKey) => {
      const found = await handovers.findOne({ residentKey: residentKey, current: true });
      return found === null ? null : toOurs(found);
    },
    list: async (limit) => {
      const bounded = Math.max(1, Math.min(LIST_LIMIT_MAX, Math.trunc(limit)));
      const found = await handovers
        .find({ current: true })
        .sort({ rank: 1, _id: 1 })
        .limit(bounded)
        .toArray();
      return found.map(toOurs);
    },
  };
}

/** Changes staged on the unit; a second current handover of one resident makes the commit fail with "conflict". */
export function createHandoverWriter(unit: UnitOfWork, cipher: FieldCipher): HandoverWriter {
  return {
    add: (handover) => {
      unit.stage<HandoverDocument>(COLLECTION, { insertOne: { document: toDocument(cipher, handover) } });
    },
    save: (handover) => {
      const { _id, ...replacement } = toDocument(cipher, handover);
      const filter = { _id, version: handover.version - 1 };
      unit.stage<HandoverDocument>(COLLECTION, { replaceOne: { filter, replacement } }, { mustMatch: true });
    },
  };
}

function toDocument(cipher: FieldCipher, handover: Handover): HandoverDocument {
  return {
    _id: handover.id,
    status: handover.status,
    rank: RANKS[handover.status],
    current: handover.status !== 'ended',
    channel: handover.channel,
    address: sealAddress(cipher, handover.address),
    residentKey: handover.residentKey,
    requestedAt: handover.requestedAt,
    urgent: handover.urgent,
    messages: handover.messages.map(({ at, from, staffId, text }) => ({
      at,
      from,
      staffId,
      text: cipher.seal(text),
    })),
    version: handover.version,
  };
}

function toHandover(cipher: FieldCipher, stored: HandoverDocument): Handover {
  const { _id, rank: _rank, current: _current, ...rest } = stored;
  return {
    ...rest,
    id: _id,
    address: openAddress(cipher, stored.address),
    messages: stored.messages.map((message) => ({ ...message, text: cipher.open(message.text) })),
  };
}
