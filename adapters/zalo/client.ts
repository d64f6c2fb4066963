import { createHash } from 'node:crypto';
import type { Clock } from '../../reports/ports.ts';
import type { SendOutcome } from '../channel.ts';
import { guessMediaType } from '../media-type.ts';
import { splitText } from '../split-text.ts';
import { createApiCall, NOT_SENT_RETRY_MS } from './api-call.ts';
import type { ApiCallOptions, Reply } from './api-call.ts';
import { errorClass, outcomeOf } from './errors.ts';
import { fitImage, imageName } from './image.ts';
import type { ZaloBody } from './outbound.ts';
import { MAX_TEXT, sentDataSchema, uploadDataSchema } from './wire.ts';
import type { ZaloMessage } from './wire.ts';

export interface ZaloClientOptions extends ApiCallOptions {
  /** Told what Zalo says is left after a message, where it says so. */
  readonly onQuota: (quota: ZaloQuota) => void;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

/** Which quota a message was counted against (`reply`, `sub_quota`, …) and what is left of it. */
export interface ZaloQuota {
  readonly type: string;
  readonly remaining: number;
  readonly total: number;
}

export interface ZaloClient {
  /** One message to one resident; `outboxId` only spreads repeated calls over time. */
  send(userId: string, body: ZaloBody, outboxId: string): Promise<SendOutcome>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const UPLOAD_TIMEOUT_MS = 60_000;

/** The send side of openapi.zalo.me. Nothing is thrown for what Zalo or the network does. */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { clock, onQuota } = options;
  const call = createApiCall(options);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;

  async function sendMessage(userId: string, message: ZaloMessage): Promise<Reply> {
    return call('/v3.0/oa/message/cs', { json: { recipient: { user_id: userId }, message } }, timeoutMs);
  }

  /** The upload's message, or why there is none. A file is uploaded for each message: uploads live 7 days only. */
  async function upload(body: Extract<ZaloBody, { upload: unknown }>): Promise<ZaloMessage | Reply> {
    const { kind, name, base64 } = body.upload;
    const bytes = await fitImage(Buffer.from(base64, 'base64'), kind);
    if (bytes === null) return { kind: 'outcome', outcome: { kind: 'refused', code: 'unreadable-image' } };
    const mediaType = kind === 'file' ? guessMediaType(name) : bytes.mediaType;
    const form = () => {
      const data = new FormData();
      const fileName = kind === 'file' ? name : imageName(name, mediaType);
      data.set('file', new Blob([bytes.bytes], { type: mediaType }), fileName);
      return data;
    };
    const reply = await call(`/v2.0/oa/upload/${kind}`, { form }, UPLOAD_TIMEOUT_MS);
    // Nothing has reached the resident yet, so an unknown outcome of an upload is no danger.
    if (reply.kind === 'outcome') return { kind: 'outcome', outcome: asNotSent(reply.outcome) };
    if (reply.kind === 'error') return reply;
    const data = uploadDataSchema.safeParse(reply.data);
    const token = data.success ? (data.data.token ?? data.data.attachment_id) : null;
    if (token === null || token === undefined || token === '') return { kind: 'error', code: -201 };
    return kind === 'file' ? fileMessage(token) : mediaMessage(kind, token, body.text, bytes);
  }

  async function sendUpload(userId: string, body: Extract<ZaloBody, { upload: unknown }>): Promise<Reply> {
    const message = await upload(body);
    if ('kind' in message) return message;
    const reply = await sendMessage(userId, message);
    if (reply.kind !== 'error' || errorClass(reply.code) !== 'expired-upload') return reply;
    const again = await upload(body);
    return 'kind' in again ? again : sendMessage(userId, again);
  }

  /** A message that is too old to be quoted is answered without quoting it. */
  async function sendQuoting(userId: string, message: ZaloMessage): Promise<Reply> {
    const reply = await sendMessage(userId, message);
    const { quote_message_id: quoted, ...unquoted } = message;
    const isRefused = reply.kind === 'error' && errorClass(reply.code) === 'refused-form';
    return quoted !== undefined && isRefused ? sendMessage(userId, unquoted) : reply;
  }

  async function sendBody(userId: string, body: ZaloBody): Promise<Reply> {
    if ('upload' in body) return sendUpload(userId, body);
    const reply = await sendQuoting(userId, body.message);
    if (body.plainText === undefined || reply.kind !== 'error') return reply;
    if (errorClass(reply.code) !== 'refused-form') return reply;
    // Whether every account may send buttons is not documented: the same as numbered text always goes.
    let last: Reply = reply;
    for (const part of splitText(body.plainText, MAX_TEXT)) {
      last = await sendMessage(userId, { text: part });
      if (last.kind !== 'done') return last;
    }
    return last;
  }

  return {
    async send(userId, body, outboxId) {
      const reply = await sendBody(userId, body);
      if (reply.kind === 'outcome') return reply.outcome;
      if (reply.kind === 'error') return outcomeOf(reply.code, clock(), spreadOf(outboxId));
      const sent = sentDataSchema.safeParse(reply.data);
      const quota = sent.success ? sent.data.quota : null;
      if (typeof quota?.remain === 'number' && typeof quota.total === 'number')
        onQuota({ type: quota.quota_type, remaining: quota.remain, total: quota.total });
      return { kind: 'sent', platformMessageId: sent.success ? (sent.data.message_id ?? null) : null };
    },
  };
}

function asNotSent(outcome: SendOutcome): SendOutcome {
  return outcome.kind === 'unknown'
    ? { kind: 'retry', afterMs: NOT_SENT_RETRY_MS, code: outcome.code }
    : outcome;
}

function fileMessage(token: string): ZaloMessage {
  return { attachment: { type: 'file', payload: { token } } };
}

function mediaMessage(
  kind: 'image' | 'gif',
  attachmentId: string,
  text: string,
  size: { readonly width: number; readonly height: number },
): ZaloMessage {
  // Only a GIF needs its size.
  const element =
    kind === 'gif'
      ? { media_type: kind, attachment_id: attachmentId, width: size.width, height: size.height }
      : { media_type: kind, attachment_id: attachmentId };
  return {
    ...(text === '' ? {} : { text }),
    attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } },
  };
}

/** Between 0 and 1, the same for the same message. */
function spreadOf(outboxId: string): number {
  return createHash('sha256').update(outboxId).digest().readUInt16BE(0) / 65_536;
}
