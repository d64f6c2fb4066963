import { FREE, type OutboxDocument } from '../../../bot/road/documents.ts';

/** A message that waits to be sent since `createdAt`, by default an answer of the bot to what was said then. */
export function outboxRow(createdAt: Date, change: Partial<OutboxDocument> = {}): OutboxDocument {
  return {
    _id: 'row',
    channel: 'zalo',
    lane: 'lane',
    order: 1,
    author: 'bot',
    status: 'waiting',
    owner: 'me',
    leaseUntil: FREE,
    attempts: 0,
    notBefore: createdAt,
    createdAt,
    userActedAt: createdAt,
    sentAt: null,
    platformMessageId: null,
    failure: null,
    resends: 0,
    report: null,
    sealed: '',
    expiresAt: null,
    ...change,
  };
}
