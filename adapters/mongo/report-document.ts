import type {
  Actor,
  Evidence,
  HistoryEntry,
  Indicator,
  Report,
  ThreadMessage,
} from '../../reports/report.ts';
import { unreadFromResident } from '../../reports/unread.ts';
import type { FieldCipher } from './field-cipher.ts';
import type { ReportDocument } from './report-schema.ts';
import { openAddress, openOrNull, sealAddress, sealOrNull } from './sealing.ts';

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
