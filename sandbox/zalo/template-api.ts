import { Router } from 'express';
import type { Request, Response } from 'express';
import { templateRequestSchema } from '../../adapters/zalo/wire.ts';
import { jsonBody } from '../platform/json-body.ts';
import { answerUnder } from '../platform/trouble.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import { newMessageId } from './events.ts';
import type { SendApiParts } from './send-api.ts';
import { zaloError } from './zalo-error.ts';

/** What an account would have Zalo approve for news that waits outside the window. */
export const NUDGE_TEMPLATE = '<unit> có tin mới cho bạn. Nhắn lại để xem.';

/** Zalo's code for a token, here as everywhere; template messages have their own. */
const TOKEN_CODE = -124;
const TOKEN_CODES: ReadonlySet<unknown> = new Set([-216, -220]);

/** POST /v3.0/oa/message/template: approved words that need no window, each one paid for. */
export function createTemplateApi(parts: SendApiParts, templates: ReadonlyMap<string, string>): Router {
  const router = Router();
  router.post('/v3.0/oa/message/template', (request: Request, response: Response) =>
    answerUnder(
      parts.faults.draw().sendTrouble,
      request,
      response,
      () => asTemplateError(parts.guard(request)) ?? send(parts, templates, request),
    ),
  );
  return router;
}

function send(parts: SendApiParts, templates: ReadonlyMap<string, string>, request: Request): WireAnswer {
  const { residents, faults, chats, counts, now } = parts;
  const refuse = (code: number, message: string): WireAnswer => {
    counts.refused += 1;
    return zaloError(code, message);
  };
  const parsed = templateRequestSchema.safeParse(jsonBody(request));
  if (!parsed.success) return refuse(-201, 'template message is invalid');
  const { user_id: userId, template_id: templateId, template_data: data } = parsed.data;
  const { sendError } = faults.draw();
  if (sendError !== null) return refuse(Number(sendError.split('/')[0]), 'Fault of the sandbox');
  const template = templates.get(templateId);
  if (template === undefined) return refuse(-109, 'template_id is invalid');
  const text = filledIn(template, data);
  if (text === null) return refuse(-1121, 'template_data does not fit the template');
  if (residents.find(userId) === null) return refuse(-108, 'user_id is invalid');
  const messageId = newMessageId();
  counts.sent += 1;
  counts.billed += 1;
  chats.add(userId, { id: messageId, from: 'account', text });
  const echo = { message: { msg_id: messageId } };
  if (!faults.draw().noEchoes) parts.events.fromAccount(userId, 'oa_send_template', echo);
  parts.events.fromAccount(userId, 'user_received_message', echo);
  return {
    status: 200,
    json: {
      data: { message_id: messageId, sent_time: String(now().getTime()) },
      error: 0,
      message: 'Success',
    },
  };
}

/** Null where the data has other parameters than the template. */
function filledIn(template: string, data: Readonly<Record<string, string>>): string | null {
  const wanted = [...template.matchAll(/<(\w+)>/gu)].map(([, name]) => name ?? '');
  const given = Object.keys(data);
  if (given.length !== wanted.length || !wanted.every((name) => given.includes(name))) return null;
  return template.replace(/<(\w+)>/gu, (_all, name: string) => data[name] ?? '');
}

function asTemplateError(refusal: WireAnswer | null): WireAnswer | null {
  if (refusal === null || typeof refusal.json !== 'object' || refusal.json === null) return refusal;
  return TOKEN_CODES.has(Reflect.get(refusal.json, 'error'))
    ? zaloError(TOKEN_CODE, 'Access token is invalid')
    : refusal;
}
