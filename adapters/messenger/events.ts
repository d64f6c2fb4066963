import { createHash } from 'node:crypto';
import type { EventKind, InboundEvent } from '../channel.ts';
import { readMark } from './metadata.ts';
import { GET_STARTED_PAYLOAD, PAGE_INBOX_APP_IDS, eventSchema } from './wire.ts';
import type { MessengerEvent } from './wire.ts';

export interface Situation {
  readonly pageId: string;
  readonly appId: string | null;
  /** False for an entry of another Page and for changes of the Page itself. */
  readonly isOurs: boolean;
  /** Another app owns the thread: its events are recorded, not answered. */
  readonly standby: boolean;
  readonly entryTime: number | null;
  readonly now: Date;
}

type Meaning = Pick<InboundEvent, 'kind' | 'name' | 'key'> & Partial<Pick<InboundEvent, 'echo' | 'receipt'>>;

const EARLIEST = Date.UTC(2015, 0, 1);
const DAY_MS = 86_400_000;

/** What an event means; one that is unknown, misses a field or belongs to another Page is `ignored`. */
export function classifyEvent(payload: unknown, situation: Situation): InboundEvent {
  const parsed = eventSchema.safeParse(payload);
  const event = parsed.success && situation.isOurs ? parsed.data : null;
  const meaning = (event === null ? null : meaningOf(event, payload, situation)) ?? unknownEvent(payload);
  const prefix = situation.standby ? 'standby:' : '';
  const name = situation.standby ? `standby.${meaning.name}` : meaning.name;
  return {
    echo: null,
    ...meaning,
    name,
    key: `${prefix}${situation.pageId}:${meaning.key}`,
    kind: situation.standby ? standbyKind(meaning.kind) : meaning.kind,
    from: event === null ? null : residentOf(event, situation.pageId),
    occurredAt: occurredAt(event?.timestamp ?? situation.entryTime, situation.now),
    payload,
  };
}

/** Beside another owner of the thread we neither answer nor greet; who else wrote still matters. */
function standbyKind(kind: EventKind): EventKind {
  return ['message', 'arrival', 'presence', 'edit'].includes(kind) ? 'ignored' : kind;
}

function meaningOf(event: MessengerEvent, payload: unknown, situation: Situation): Meaning | null {
  if (event.message)
    return event.message.is_echo === true ? echo(event.message, situation) : message(event.message);
  if (event.postback) return postback(event.postback, payload);
  if (event.delivery) {
    const { mids, watermark } = event.delivery;
    return receipt('delivery', payload, {
      state: 'delivered',
      platformMessageIds: mids ?? [],
      until: at(watermark),
    });
  }
  if (event.read) {
    return receipt('read', payload, {
      state: 'seen',
      platformMessageIds: [],
      until: at(event.read.watermark),
    });
  }
  if (event.message_edit) {
    const { mid, num_edit: count } = event.message_edit;
    return { kind: 'edit', name: 'message_edit', key: `edit:${mid}:${count ?? ''}` };
  }
  if (event.reaction) {
    const { mid, action } = event.reaction;
    // A reaction opens the window as a message does (M-8b of the reference, 2026-05-05); taking it back does not.
    const kind = action === 'react' ? 'presence' : 'ignored';
    return { kind, name: 'reaction', key: `reaction:${mid}:${action}:${event.timestamp ?? ''}` };
  }
  if (event.referral) return { kind: 'arrival', name: 'referral', key: hashed('referral', payload) };
  return handover(event, payload, situation) ?? policy(event, payload);
}

function message({ mid }: { mid: string }): Meaning {
  return { kind: 'message', name: 'message', key: mid };
}

function postback(value: NonNullable<MessengerEvent['postback']>, payload: unknown): Meaning {
  const kind = value.payload === GET_STARTED_PAYLOAD ? 'arrival' : 'message';
  // Older samples have no id: person, time and payload together are one.
  return { kind, name: 'postback', key: value.mid ?? hashed('postback', payload) };
}

/** Ours carries our mark or our app; the Page's own automation has no app; anything else is a person or another app. */
function echo(value: NonNullable<MessengerEvent['message']>, { appId }: Situation): Meaning {
  const outboxId = readMark(value.metadata);
  const otherApp = typeof value.app_id === 'string' && value.app_id !== appId;
  return {
    kind: outboxId === null && otherApp ? 'takeover' : 'echo',
    name: 'message_echo',
    key: `echo:${value.mid}`,
    echo: { outboxId, platformMessageId: value.mid },
  };
}

function receipt(name: string, payload: unknown, value: NonNullable<InboundEvent['receipt']>): Meaning {
  return { kind: 'receipt', name, key: hashed(name, payload), receipt: value };
}

function handover(event: MessengerEvent, payload: unknown, { appId }: Situation): Meaning | null {
  if (event.take_thread_control) {
    const owner = event.take_thread_control.new_owner_app_id;
    const kind = typeof owner === 'string' && owner === appId ? 'handback' : 'takeover';
    return { kind, name: 'take_thread_control', key: hashed('take', payload) };
  }
  if (event.pass_thread_control) {
    // It comes to the app that receives control, unless it names another.
    const owner = event.pass_thread_control.new_owner_app_id ?? null;
    const toAnother =
      owner !== null && (PAGE_INBOX_APP_IDS.has(owner) || (appId !== null && owner !== appId));
    return {
      kind: toAnother ? 'takeover' : 'handback',
      name: 'pass_thread_control',
      key: hashed('pass', payload),
    };
  }
  if (event.request_thread_control) {
    return { kind: 'ignored', name: 'request_thread_control', key: hashed('request', payload) };
  }
  return null;
}

/** The reference prints the field with a hyphen and with an underscore. */
function policy(event: MessengerEvent, payload: unknown): Meaning | null {
  if (!event.policy_enforcement && !event['policy-enforcement']) return null;
  return { kind: 'alarm', name: 'policy_enforcement', key: hashed('policy', payload) };
}

const ENVELOPE_FIELDS: ReadonlySet<string> = new Set(['sender', 'recipient', 'timestamp', 'time', 'id']);

function unknownEvent(payload: unknown): Meaning {
  const fields = typeof payload === 'object' && payload !== null ? Object.keys(payload) : [];
  const name =
    fields.find((field) => !ENVELOPE_FIELDS.has(field) && /^[\w-]{1,60}$/u.test(field)) ?? 'unknown';
  return { kind: 'ignored', name, key: hashed('event', payload) };
}

/** The party that is not the Page; null for a plug-in visitor who has no id yet. */
function residentOf(event: MessengerEvent, pageId: string): InboundEvent['from'] {
  const userId = [event.sender?.id, event.recipient?.id].find(
    (id) => typeof id === 'string' && id !== pageId,
  );
  return typeof userId === 'string' ? { accountId: pageId, userId } : null;
}

function occurredAt(timestamp: number | null | undefined, now: Date): Date {
  if (typeof timestamp !== 'number' || timestamp < EARLIEST || timestamp > now.getTime() + DAY_MS) return now;
  return new Date(timestamp);
}

function at(watermark: number): Date | null {
  return watermark > 0 && watermark < 8.64e15 ? new Date(watermark) : null;
}

function hashed(name: string, payload: unknown): string {
  return `${name}:${createHash('sha256').update(JSON.stringify(payload)).digest('hex')}`;
}
