import type { Clock } from '../../reports/ports.ts';
import type { Channel } from '../channel.ts';
import { createApiCall } from './api-call.ts';
import type { ApiCallOptions } from './api-call.ts';
import { errorClass, outcomeOf } from './errors.ts';
import type { ErrorClass } from './errors.ts';
import { sentDataSchema } from './wire.ts';

/** A template that Zalo has approved for the account; each message of it is paid for. */
export interface ZaloNudgeTemplate {
  readonly templateId: string;
  /** Fills in the template's parameter `unit`, its only one. */
  readonly unit: string;
}

interface ZaloNudgeOptions extends Omit<ApiCallOptions, 'isTokenError'>, ZaloNudgeTemplate {
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Template messages have an error table of their own (Zalo Business Solutions, 2026-11-22), in which -100 is no expired
 * upload: it is taken for "may have been sent".
 */
const TEMPLATE_CLASSES: ReadonlyMap<number, ErrorClass> = new Map<number, ErrorClass>([
  [-100, 'unknown'],
  [-108, 'unreachable'], // no such number, or person
  [-115, 'channel-down'], // balance used up
  [-124, 'token'],
  [-133, 'later'], // not between 22:00 and 06:00
  [-144, 'channel-down'], // quota of the day used up
]);

/** Sends the template to one resident: it needs no window, and carries the unit's name alone. */
export function createZaloNudge(options: ZaloNudgeOptions): NonNullable<Channel['nudge']> {
  const { clock, templateId, unit } = options;
  const call = createApiCall({ ...options, isTokenError: (code) => templateErrorClass(code) === 'token' });
  return async (userId) => {
    const json = { user_id: userId, template_id: templateId, template_data: { unit } };
    const reply = await call('/v3.0/oa/message/template', { json }, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    if (reply.kind === 'outcome') return reply.outcome;
    if (reply.kind === 'error') return outcomeOf(reply.code, clock(), 0, templateErrorClass(reply.code));
    const sent = sentDataSchema.safeParse(reply.data);
    return { kind: 'sent', platformMessageId: sent.success ? (sent.data.message_id ?? null) : null };
  };
}

function templateErrorClass(code: number): ErrorClass {
  return TEMPLATE_CLASSES.get(code) ?? errorClass(code);
}
