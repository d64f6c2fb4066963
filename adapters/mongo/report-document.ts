import { z } from 'zod';
import type {
  Actor,
  Evidence,
  HistoryEntry,
  Indicator,
  Report,
  ThreadMessage,
} from '../../reports/report.ts';
import { CATEGORIES, CHANNEL_NAMES, CLASSIFICATIONS, STATUSES, URGENCIES } from '../../reports/report.ts';
import { unreadFromResident } from '../../reports/unread.ts';
import type { FieldCipher } from './field-cipher.ts';
import { openAddress, openOrNull, sealAddress, sealOrNull } from './sealing.ts';

const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resident') }),
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('staff'), staffId: z.string(), name: z.string() }),
]);

const evidenceSchema = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'file', 'location', 'contact', 'link']),
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
  action: z.enum([
    'submitted',
    'status-changed',
    'urgency-changed',
    'category-changed',
    'classified',
    'assigned',
    'added',
    'noted',
    'withdrawn',
  ]),
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
  delivery: z.enum(['waiting', 'held', 'sent', 'delivered', 'failed']),
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
});

/** A report at rest. Texts, names, numbers and addresses are sealed; indicators are found by the keyed hash `key`. */
export const reportDocumentSchema = queueRowSchema.extend({
  receivedAt: z.date().nullable(),
  classification: z.enum(CLASSIFICATIONS).nullable(),
  assignedTo: z.string().nullable(),
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
      kind: z.enum(['phone', 'account', 'link', 'social', 'email']),
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

/** Equal for the same indicator in two reports; tells nothing about it without the data key. */
export function indicatorKey(
  cipher: FieldCipher,
  { kind, value }: Pick<Indicator, 'kind' | 'value'>,
): string {
  return cipher.keyedHash('indicator', `${kind} ${value}`);
}

export function toReportDocument(cipher: FieldCipher, report: Report): ReportDocument {
  return {
    _id: report.id,
    code: report.code,
    category: report.category,
    status: report.status,
    urgency: report.urgency,
    channel: report.channel,
    createdAt: report.createdAt,
    receivedAt: report.receivedAt,
    classification: report.classification,
    assignedTo: report.assignedTo,
    evidenceCount: report.evidence.length,
    unreadFromResident: unreadFromResident(report),
    reporter: {
      anonymous: report.reporter.anonymous,
      name: sealOrNull(cipher, report.reporter.name),
      phone: sealOrNull(cipher, report.reporter.phone),
      address: sealAddress(cipher, report.reporter.address),
      key: report.reporter.key,
    },
    answers: report.answers.map(({ question, label, text }) => ({
      question,
      label,
      text: cipher.seal(text),
    })),
    evidence: report.evidence.map((item) => sealEvidence(cipher, item)),
    indicators: report.indicators.map((indicator) => ({
      kind: indicator.kind,
      key: indicatorKey(cipher, indicator),
      value: cipher.seal(indicator.value),
      display: cipher.seal(indicator.display),
    })),
    history: report.history.map((entry) => sealHistory(cipher, entry)),
    messages: report.messages.map((message) => sealMessage(cipher, message)),
    pinHash: report.pinHash,
    consentVersion: report.consentVersion,
    version: report.version,
  };
}

function sealEvidence(cipher: FieldCipher, item: Evidence): ReportDocument['evidence'][number] {
  const { id, kind, name, mediaType, sizeBytes, sha256, arrivedAt, state, note } = item;
  return {
    id,
    kind,
    name: cipher.seal(name),
    mediaType,
    sizeBytes,
    sha256,
    arrivedAt,
    state,
    note: sealOrNull(cipher, note),
  };
}

function sealHistory(cipher: FieldCipher, entry: HistoryEntry): ReportDocument['history'][number] {
  const { at, by, action, from, to, note } = entry;
  return { at, by: plainActor(by), action, from, to, note: sealOrNull(cipher, note) };
}

function sealMessage(cipher: FieldCipher, message: ThreadMessage): ReportDocument['messages'][number] {
  const { id, at, from, staffId, text, delivery } = message;
  return { id, at, from, staffId, text: cipher.seal(text), delivery };
}

function plainActor(actor: Actor): Actor {
  return actor.kind === 'staff'
    ? { kind: 'staff', staffId: actor.staffId, name: actor.name }
    : { kind: actor.kind };
}

/** Throws CipherError when a field does not open. */
export function toReport(cipher: FieldCipher, stored: ReportDocument): Report {
  const { _id, evidenceCount: _count, unreadFromResident: _unread, ...rest } = stored;
  return {
    ...rest,
    id: _id,
    reporter: {
      anonymous: stored.reporter.anonymous,
      name: openOrNull(cipher, stored.reporter.name),
      phone: openOrNull(cipher, stored.reporter.phone),
      address: openAddress(cipher, stored.reporter.address),
      key: stored.reporter.key,
    },
    answers: stored.answers.map((answer) => ({ ...answer, text: cipher.open(answer.text) })),
    evidence: stored.evidence.map((item) => ({
      ...item,
      name: cipher.open(item.name),
      note: openOrNull(cipher, item.note),
    })),
    indicators: stored.indicators.map(({ kind, value, display }) => ({
      kind,
      value: cipher.open(value),
      display: cipher.open(display),
    })),
    history: stored.history.map((entry) => ({ ...entry, note: openOrNull(cipher, entry.note) })),
    messages: stored.messages.map((message) => ({ ...message, text: cipher.open(message.text) })),
  };
}
