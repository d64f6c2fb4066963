import type { Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { z } from 'zod';
import { ReportError } from '../../reports/errors.ts';
import type { StaffMember, StaffRepository } from '../../reports/staff.ts';
import { ROLES } from '../../reports/staff.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { openOrNull, sealOrNull } from './sealing.ts';

const COLLECTION = 'staff';
const DUPLICATE_KEY = 11000;
const LIST_LIMIT_MAX = 1_000;

const documentSchema = z.object({
  _id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  passwordHash: z.string().nullable(),
  totpSecret: z.string().nullable(),
  totpLastStep: z.number(),
  disabled: z.boolean(),
  failedLogins: z.number(),
  lockedUntil: z.date().nullable(),
  invitation: z.object({ tokenHash: z.string(), expiresAt: z.date() }).nullable(),
  createdAt: z.date(),
  sessionsValidFrom: z.date(),
  version: z.number(),
});

type StaffDocument = z.infer<typeof documentSchema>;

export const staffIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [
    { name: 'login', key: { login: 1 }, unique: true },
    { name: 'invitation', key: { 'invitation.tokenHash': 1 } },
  ],
};

/** Accounts of staff in MongoDB; the second factor's secret is sealed. */
export function createStaffRepository(db: Db, cipher: FieldCipher): StaffRepository {
  const staff = db.collection<StaffDocument>(COLLECTION);
  const toOurs = (document: unknown): StaffMember =>
    decode(COLLECTION, documentSchema, document, ({ _id, ...stored }) => ({
      ...stored,
      id: _id,
      totpSecret: openOrNull(cipher, stored.totpSecret),
    }));
  const toOursOrNull = (document: unknown) => (document === null ? null : toOurs(document));

  return {
    byId: async (id) => toOursOrNull(await staff.findOne({ _id: id })),
    byLogin: async (login) => toOursOrNull(await staff.findOne({ login })),
    byInvitation: async (tokenHash) =>
      toOursOrNull(await staff.findOne({ 'invitation.tokenHash': tokenHash })),
    list: async () => (await staff.find({}).sort({ login: 1 }).limit(LIST_LIMIT_MAX).toArray()).map(toOurs),
    hasAdministrator: async () =>
      (await staff.findOne({ role: 'admin', passwordHash: { $ne: null } })) !== null,
    add: async (member) => {
      await refuseDuplicateLogin(member, () => staff.insertOne(toDocument(cipher, member)));
    },
    save: async (member) => {
      const { _id, ...replacement } = toDocument(cipher, member);
      const result = await refuseDuplicateLogin(member, () =>
        staff.replaceOne({ _id, version: member.version - 1 }, replacement),
      );
      if (result.matchedCount === 0) {
        throw new ReportError('conflict', `The account ${member.id} was changed meanwhile`);
      }
    },
  };
}

async function refuseDuplicateLogin<T>(member: StaffMember, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    throw new ReportError('duplicate-login', `The login of account ${member.id} is in use`, { cause: error });
  }
}

function toDocument(cipher: FieldCipher, member: StaffMember): StaffDocument {
  const { id, totpSecret, invitation, ...rest } = member;
  return {
    ...rest,
    _id: id,
    totpSecret: sealOrNull(cipher, totpSecret),
    invitation:
      invitation === null ? null : { tokenHash: invitation.tokenHash, expiresAt: invitation.expiresAt },
  };
}
