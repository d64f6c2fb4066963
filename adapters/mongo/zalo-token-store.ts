import { MongoServerError } from 'mongodb';
import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Clock } from '../../reports/ports.ts';
import type { StoredTokens, TokenStore } from '../token-store.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { createGatheredCall } from './gathered-call.ts';

const TOKENS = 'channel-tokens';
const LEASES = 'channel-leases';
const DUPLICATE_KEY = 11_000;
const READS_TOGETHER = 256;
/** A pair that is lost with a failing server costs the grant: the old refresh token is spent. */
const SURE = { writeConcern: { w: 'majority', journal: true } } as const;

const documentSchema = z.object({
  _id: z.string(),
  /** Sealed JSON of both tokens. */
  pair: z.string(),
  accessExpiresAt: z.date(),
  refreshedAt: z.date(),
  state: z.enum(['live', 'needs-consent']),
  grant: z.string(),
  version: z.number(),
});
type TokenDocument = z.infer<typeof documentSchema>;

const pairSchema = z.object({ accessToken: z.string(), refreshToken: z.string() });

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly until: Date;
}

/** The tokens of the Official Account `oaId`, sealed at rest and shared by every process on the database. */
export function createZaloTokenStore(db: Db, cipher: FieldCipher, oaId: string, clock: Clock): TokenStore {
  const tokens = db.collection<TokenDocument>(TOKENS);
  const leases = db.collection<LeaseDocument>(LEASES);
  const id = `zalo:${oaId}`;
  const readStored = async (): Promise<StoredTokens | null> => {
    const found = await tokens.findOne({ _id: id });
    return found === null
      ? null
      : decode(TOKENS, documentSchema, found, (stored) => toTokens(cipher, stored));
  };
  // every message that is sent asks for the token: those that ask at the same time share a read that begins after it
  const read = createGatheredCall<null, StoredTokens | null>({
    alone: readStored,
    together: async (askers) => {
      const stored = await readStored();
      return askers.map(() => stored);
    },
    maxTogether: READS_TOGETHER,
    maxUnderWay: 1,
  });

  return {
    read: () => read(null),
    async compareAndSet(previousVersion, next) {
      const document = toDocument(cipher, id, next);
      if (previousVersion === null) return inserted(() => tokens.insertOne(document, SURE));
      const { _id, ...replacement } = document;
      const result = await tokens.replaceOne({ _id, version: previousVersion }, replacement, SURE);
      return result.matchedCount === 1;
    },
    async acquireLease(holder, ttlMs) {
      const now = clock();
      const until = new Date(now.getTime() + ttlMs);
      const free = { _id: id, $or: [{ holder }, { until: { $lte: now } }] };
      const taken = await leases.updateOne(free, { $set: { holder, until } });
      if (taken.matchedCount === 1) return true;
      return inserted(() => leases.insertOne({ _id: id, holder, until }));
    },
    async releaseLease(holder) {
      await leases.deleteOne({ _id: id, holder });
    },
  };
}

/** False when another process was first. */
async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

function toDocument(cipher: FieldCipher, id: string, tokens: StoredTokens): TokenDocument {
  const { accessToken, refreshToken, ...rest } = tokens;
  return { _id: id, pair: cipher.seal(JSON.stringify({ accessToken, refreshToken })), ...rest };
}

function toTokens(cipher: FieldCipher, { _id, pair, ...rest }: TokenDocument): StoredTokens {
  return { ...rest, ...pairSchema.parse(JSON.parse(cipher.open(pair))) };
}
