import type { SendOutcome, SendRequest } from '../channel.ts';
import { failedOutcome, isExpiredUpload } from './client.ts';
import type { GraphClient, GraphReply } from './client.ts';
import { writeMark } from './metadata.ts';
import type { MessengerBody } from './outbound.ts';
import { sentSchema, uploadedSchema } from './wire.ts';
import type { MessengerMessage } from './wire.ts';

type Upload = Extract<MessengerBody, { upload: unknown }>;
type Envelope = Pick<SendRequest, 'userId' | 'outboxId' | 'author' | 'window'>;

const UPLOAD_TIMEOUT_MS = 80_000;
const UPLOAD_RETRY_MS = 5_000;
const INVALID_PARAMETER = 100;

/** One call of the Send API (two for a file of ours: the upload reaches nobody, so only the second can double). */
export async function sendBody(
  graph: GraphClient,
  pageId: string,
  envelope: Envelope,
  body: MessengerBody,
): Promise<SendOutcome> {
  if ('message' in body) return finish(await postQuoting(graph, pageId, envelope, body), envelope.outboxId);
  const first = await sendUpload(graph, pageId, envelope, body);
  const reply = isExpiredUpload(first) ? await sendUpload(graph, pageId, envelope, body) : first;
  return finish(reply, envelope.outboxId);
}

function finish(reply: GraphReply, outboxId: string): SendOutcome {
  if (reply.kind !== 'done') return failedOutcome(reply, outboxId);
  const sent = sentSchema.safeParse(reply.body);
  return { kind: 'sent', platformMessageId: sent.success ? (sent.data.message_id ?? null) : null };
}

/** Marks what the resident wrote as seen and shows that an answer is coming; whether it worked does not matter. */
export async function showBusy(graph: GraphClient, pageId: string, userId: string): Promise<void> {
  for (const action of ['mark_seen', 'typing_on'])
    await graph.call('POST', `${pageId}/messages`, {
      json: { recipient: { id: userId }, sender_action: action },
    });
}

/** A message that cannot be quoted any more is answered without quoting it. */
async function postQuoting(
  graph: GraphClient,
  pageId: string,
  envelope: Envelope,
  { message, quotedId }: Extract<MessengerBody, { message: unknown }>,
): Promise<GraphReply> {
  const reply = await post(graph, pageId, envelope, message, quotedId);
  const isRefused = reply.kind === 'error' && reply.failure.code === INVALID_PARAMETER;
  return quotedId !== undefined && isRefused ? post(graph, pageId, envelope, message) : reply;
}

function post(
  graph: GraphClient,
  pageId: string,
  envelope: Envelope,
  message: MessengerMessage,
  quotedId?: string,
): Promise<GraphReply> {
  const json = {
    recipient: { id: envelope.userId },
    ...policyOf(envelope),
    ...(quotedId === undefined ? {} : { reply_to: { mid: quotedId } }),
    message: { ...message, metadata: writeMark(envelope.outboxId) },
  };
  return graph.call('POST', `${pageId}/messages`, { json });
}

/** Outside 24 hours only what a person typed may go, under the tag for it (M-6; automation is disallowed there). */
function policyOf({ author, window }: Envelope): { messaging_type: string; tag?: string } {
  if (window === 'officer-only') return { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  return { messaging_type: author === 'officer' ? 'UPDATE' : 'RESPONSE' };
}

async function sendUpload(
  graph: GraphClient,
  pageId: string,
  envelope: Envelope,
  { upload }: Upload,
): Promise<GraphReply> {
  const form = new FormData();
  const attachment = { type: upload.kind, payload: { is_reusable: false } };
  form.set('message', JSON.stringify({ attachment }));
  const bytes = Uint8Array.from(Buffer.from(upload.base64, 'base64'));
  form.set('filedata', new Blob([bytes], { type: upload.mediaType }), upload.name);
  const uploaded = await graph.call('POST', `${pageId}/message_attachments`, { form }, UPLOAD_TIMEOUT_MS);
  if (uploaded.kind === 'outcome' && uploaded.outcome.kind === 'unknown') {
    return {
      kind: 'outcome',
      outcome: { kind: 'retry', afterMs: UPLOAD_RETRY_MS, code: uploaded.outcome.code },
    };
  }
  if (uploaded.kind !== 'done') return uploaded;
  const file = uploadedSchema.safeParse(uploaded.body);
  if (!file.success) return { kind: 'outcome', outcome: { kind: 'refused', code: 'upload-without-id' } };
  const payload = { attachment_id: file.data.attachment_id };
  return post(graph, pageId, envelope, { attachment: { type: upload.kind, payload } });
}
