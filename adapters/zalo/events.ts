import type { z } from 'zod';
import type { EventKind, InboundEvent } from '../channel.ts';
import {
  flatUserSchema,
  followSchema,
  oaMessageSchema,
  reactionSchema,
  receivedSchema,
  revokedSchema,
  seenSchema,
  submitInfoSchema,
  userMessageSchema,
} from './wire.ts';

interface Situation {
  readonly oaId: string;
  readonly timestamp: string;
  readonly byPhoneService: boolean;
  /** Names an event that has no id of its own. */
  readonly bodyHash: () => string;
}

type Classified = Pick<InboundEvent, 'kind' | 'key' | 'from'> &
  Partial<Pick<InboundEvent, 'echo' | 'receipt'>>;
type Classify = (body: unknown, name: string, situation: Situation) => Classified | null;

const USER_MESSAGE_TYPES = [
  'text', 'image', 'gif', 'link', 'audio', 'video', 'sticker', 'location', 'file', 'business_card',
] as const; // prettier-ignore
/** What the account said to one person by name, in whatever form: nothing to a group, to a visitor, or about a call. */
const OA_MESSAGE = /^oa_send_(?!group_|anonymous_|consent$)\w+$/u;

/** Every event that means something to us; the rest (groups, anonymous visitors, tags, calls, shops) is counted only. */
const CLASSIFIERS: ReadonlyMap<string, Classify> = new Map<string, Classify>([
  ...USER_MESSAGE_TYPES.map((type): [string, Classify] => [`user_send_${type}`, userMessage]),
  ['user_submit_info', submitInfo],
  ['user_reacted_message', reaction],
  ['user_received_message', received],
  ['user_seen_message', seen],
  ['follow', followed('arrival')],
  ['unfollow', followed('withdrawal')],
  ['user_click_chatnow', flatUser('arrival')],
  ['user_withdraw', flatUser('withdrawal')],
  ['permission_revoked', revoked],
]);

const MESSAGE_NAMES: ReadonlySet<string> = new Set(USER_MESSAGE_TYPES.map((type) => `user_send_${type}`));

/** Whether a resident wrote it to the account, alone and by name: groups and anonymous visitors have other names. */
export function isUserMessage(name: string): boolean {
  return MESSAGE_NAMES.has(name);
}

/** What an event means. One that is unknown, misses a field or belongs to another account is `ignored`. */
export function classifyEvent(body: unknown, name: string, situation: Situation): Classified {
  const classify = CLASSIFIERS.get(name) ?? (OA_MESSAGE.test(name) ? oaMessage : null);
  const classified = classify?.(body, name, situation);
  return classified ?? { kind: 'ignored', key: `${name}:${situation.bodyHash()}`, from: null };
}

function parsed<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> | null {
  const result = schema.safeParse(body);
  return result.success ? result.data : null;
}

/** Whose conversation, when one of the two ids is our account: the direction of receipts is not certain. */
function residentOf(sender: string, recipient: string, oaId: string): InboundEvent['from'] {
  if (sender === oaId) return { accountId: oaId, userId: recipient };
  return recipient === oaId ? { accountId: oaId, userId: sender } : null;
}

function userMessage(body: unknown, name: string, { oaId }: Situation): Classified | null {
  const event = parsed(userMessageSchema, body);
  if (event?.recipient.id !== oaId) return null;
  const from = { accountId: oaId, userId: event.sender.id };
  return { kind: 'message', key: `${name}:${event.message.msg_id}`, from };
}

function submitInfo(body: unknown, name: string, { oaId, timestamp }: Situation): Classified | null {
  const event = parsed(submitInfoSchema, body);
  if (event?.recipient.id !== oaId) return null;
  const from = { accountId: oaId, userId: event.sender.id };
  return { kind: 'message', key: `${name}:${event.sender.id}:${timestamp}`, from };
}

function reaction(body: unknown, name: string, { oaId, timestamp }: Situation): Classified | null {
  const event = parsed(reactionSchema, body);
  if (event?.recipient.id !== oaId) return null;
  const from = { accountId: oaId, userId: event.sender.id };
  return { kind: 'ignored', key: `${name}:${event.message.msg_id}:${timestamp}`, from };
}

/** An API call of ours comes back without `admin_id`; with one, a person wrote on the account's own chat page. */
function oaMessage(body: unknown, name: string, { oaId, bodyHash }: Situation): Classified | null {
  const event = parsed(oaMessageSchema, body);
  if (event?.sender.id !== oaId) return null;
  const platformMessageId = event.message.msg_id ?? null;
  const byPerson =
    event.sender.admin_id !== undefined && event.sender.admin_id !== null && event.sender.admin_id !== '';
  return {
    kind: byPerson ? 'takeover' : 'echo',
    key: `${name}:${platformMessageId ?? bodyHash()}`,
    from: { accountId: oaId, userId: event.recipient.id },
    echo: { outboxId: null, platformMessageId },
  };
}

function received(body: unknown, name: string, { oaId, byPhoneService }: Situation): Classified | null {
  const event = parsed(receivedSchema, body);
  if (event === null || byPhoneService || typeof event.message.tracking_id === 'string') return null;
  const from = residentOf(event.sender.id, event.recipient.id, oaId);
  if (from === null) return null;
  const platformMessageIds = [event.message.msg_id];
  return {
    kind: 'receipt',
    key: `${name}:${event.message.msg_id}`,
    from,
    receipt: { state: 'delivered', platformMessageIds, until: null },
  };
}

function seen(body: unknown, name: string, { oaId, bodyHash }: Situation): Classified | null {
  const event = parsed(seenSchema, body);
  const from = event === null ? null : residentOf(event.sender.id, event.recipient.id, oaId);
  if (event === null || from === null) return null;
  const platformMessageIds = event.message.msg_ids;
  const key = platformMessageIds.join(',');
  return {
    kind: 'receipt',
    key: `${name}:${key.length <= 256 ? key : bodyHash()}`,
    from,
    receipt: { state: 'seen', platformMessageIds, until: null },
  };
}

function followed(kind: EventKind): Classify {
  return (body, name, { oaId, timestamp }) => {
    const event = parsed(followSchema, body);
    if (event?.oa_id !== oaId) return null;
    const userId = event.follower.id;
    return { kind, key: `${name}:${userId}:${timestamp}`, from: { accountId: oaId, userId } };
  };
}

function flatUser(kind: EventKind): Classify {
  return (body, name, { oaId, timestamp }) => {
    const event = parsed(flatUserSchema, body);
    if (event?.oa_id !== oaId) return null;
    return {
      kind,
      key: `${name}:${event.user_id}:${timestamp}`,
      from: { accountId: oaId, userId: event.user_id },
    };
  };
}

/**
 * The app lost its rights over the account: nothing can be sent until its administrator consents again. An account that it
 * names must be ours, because one address hears of every account that authorised the app.
 */
function revoked(body: unknown, name: string, { oaId, bodyHash }: Situation): Classified | null {
  const named = parsed(revokedSchema, body)?.oa_id ?? oaId;
  return named === oaId ? { kind: 'alarm', key: `${name}:${bodyHash()}`, from: null } : null;
}
