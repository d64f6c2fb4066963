import { z } from 'zod';
import {
  CATEGORIES,
  CHANNEL_NAMES,
  CLASSIFICATIONS,
  DELIVERIES,
  EVIDENCE_KINDS,
  HISTORY_ACTIONS,
  INDICATOR_KINDS,
  STATUSES,
  URGENCIES,
} from '../../reports/report.ts';

const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resident') }),
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('staff'), staffId: z.string(), name: z.string() }),
]);

const evidenceSchema = z.object({
  id: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  name: z.string(),
  mediaType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  sha256: z.string().nullable(),
  arrivedAt: z.date(),
  state: z.enum(['stored', 'failed']),
  note: z.string().nullable(),
});

const historySchema = z.object({
  at: z.date(),
  by: actorSchema,
  action: z.enum(HISTORY_ACTIONS),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string().nullable(),
});

const messageSchema = z.object({
  id: z.string(),
  at: z.date(),
  from: z.enum(['resident', 'officer']),
  staffId: z.string().nullable(),
  text: z.string(),
  delivery: z.enum(DELIVERIES),
});

/** One line of the queue as stored: the fields that may be read without opening anything. */
export const queueRowSchema = z.object({
  _id: z.string(),
  code: z.string(),
  category: z.enum(CATEGORIES),
  status: z.enum(STATUSES),
  urgency: z.enum(URGENCIES),
  channel: z.enum(CHANNEL_NAMES),
  createdAt: z.date(),
  evidenceCount: z.number(),
  unreadFromResident: z.number(),
  assignedTo: z.string().nullable(),
});

/** A report at rest. Texts, names, numbers and addresses are sealed; indicators are found by the keyed hash `key`. */
export const reportDocumentSchema = queueRowSchema.extend({
  receivedAt: z.date().nullable(),
  classification: z.enum(CLASSIFICATIONS).nullable(),
  reporter: z.object({
    anonymous: z.boolean(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string(),
    key: z.string(),
  }),
  answers: z.array(z.object({ question: z.string(), label: z.string(), text: z.string() })),
  evidence: z.array(evidenceSchema),
  indicators: z.array(
    z.object({
      kind: z.enum(INDICATOR_KINDS),
      key: z.string(),
      value: z.string(),
      display: z.string(),
    }),
  ),
  history: z.array(historySchema),
  messages: z.array(messageSchema),
  pinHash: z.string(),
  consentVersion: z.string(),
  version: z.number(),
});

export type ReportDocument = z.infer<typeof reportDocumentSchema>;
