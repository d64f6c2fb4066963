import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { activityParts } from '../../adapters/activity-parts.ts';
import { numberedList } from '../../adapters/channel-texts.ts';
import type { Channel, InboundEvent, SendOutcome, WebhookVerdict } from '../../adapters/channel.ts';
import { CollectingBotAdapter } from '../../adapters/collecting-adapter.ts';
import { callHttp } from '../../adapters/http-call.ts';
import { codePointLength, splitText } from '../../adapters/split-text.ts';

/**
 * A third channel, as small as one can be: a letter box that knows words, taps, places and arrivals. It shows what
 * adding a channel takes (docs/adding-a-channel.md) and that nothing but the contract is asked of one.
 */
export const TOY_SECRET = 'toy-secret';
export const TOY_ACCOUNT = 'box-1';
export const TOY_MAX_TEXT = 300;

const eventSchema = z.object({
  id: z.string(),
  account: z.string(),
  user: z.string(),
  type: z.string(),
  at: z.number().optional(),
  text: z.string().optional(),
  action: z.string().optional(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});
type ToyEvent = z.infer<typeof eventSchema>;

const bodySchema = z.strictObject({
  text: z.string(),
  buttons: z.array(z.object({ title: z.string(), action: z.string() })),
});

const KINDS: Readonly<Record<string, InboundEvent['kind']>> = {
  said: 'message',
  tapped: 'message',
  came: 'arrival',
  echo: 'echo',
  person: 'takeover',
};

class ToyAdapter extends CollectingBotAdapter {
  protected override readonly channel = 'zalo';
}

export function createToyChannel(apiUrl: string, timeoutMs: number): Channel {
  const post = async (path: string, json: object): Promise<SendOutcome> => {
    const answer = await callHttp({
      url: `${apiUrl}${path}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
      timeoutMs,
    });
    if (answer.kind === 'not-sent') return { kind: 'retry', afterMs: 1_000, code: answer.code };
    if (answer.kind === 'lost') return { kind: 'unknown', code: answer.code };
    const sent = z.object({ id: z.string() }).safeParse(answer.body);
    if (sent.success) return { kind: 'sent', platformMessageId: sent.data.id };
    const code = `http-${answer.status}`;
    return answer.status >= 500 ? { kind: 'unknown', code } : { kind: 'refused', code };
  };
  return {
    // The names are those of reports/report.ts: a real third channel adds its own there.
    name: 'zalo',
    adapter: new ToyAdapter(),
    receive,
    toActivity,
    render,
    async send({ userId, message, window, author }) {
      if (window === 'closed' || (window === 'officer-only' && author === 'bot')) {
        return { kind: 'window-closed', code: 'own-rule' };
      }
      const body = bodySchema.safeParse(message.body);
      if (!body.success) return { kind: 'refused', code: 'malformed-body' };
      return post('/letters', { to: userId, ...body.data });
    },
    nudge: (userId) => post('/bells', { to: userId }),
    window: (last, now) =>
      last !== null && now.getTime() - last.getTime() <= 86_400_000 ? 'open' : 'closed',
  };
}

function receive(
  rawBody: Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): WebhookVerdict {
  const wanted = createHmac('sha256', TOY_SECRET).update(rawBody).digest();
  const given = Buffer.from(typeof headers['toy-mac'] === 'string' ? headers['toy-mac'] : '', 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    return { ok: false, reason: 'signature' };
  const parsed = eventSchema.safeParse(parseJson(rawBody));
  if (!parsed.success) return { ok: false, reason: 'malformed' };
  const { id, user, account, type, at } = parsed.data;
  const isOurs = account === TOY_ACCOUNT;
  const kind = isOurs ? (KINDS[type] ?? 'ignored') : 'ignored';
  const event: InboundEvent = {
    kind,
    name: type,
    key: `${type}:${id}`,
    from: isOurs ? { accountId: account, userId: user } : null,
    occurredAt: new Date(at ?? 0),
    echo: kind === 'echo' ? { outboxId: null, platformMessageId: id } : null,
    payload: parsed.data,
  };
  return { ok: true, events: [event] };
}

function toActivity(payload: unknown): Partial<Activity> | null {
  const parsed = eventSchema.safeParse(payload);
  if (!parsed.success) return null;
  const event: ToyEvent = parsed.data;
  const base: Partial<Activity> = {
    channelId: 'toy',
    serviceUrl: 'toy',
    id: event.id,
    conversation: {
      id: `${event.account}:${event.user}`,
      isGroup: false,
      conversationType: 'personal',
      name: '',
    },
    from: { id: event.user, name: '' },
    recipient: { id: event.account, name: '' },
  };
  if (event.type === 'came')
    return { ...base, type: 'conversationUpdate', membersAdded: [{ id: event.user, name: '' }] };
  if (event.type !== 'said' && event.type !== 'tapped') return null;
  const text = (event.text ?? '').normalize('NFC');
  const attachments = event.place === undefined ? [] : [{ contentType: 'location', content: event.place }];
  const value = event.type === 'tapped' ? { value: { action: event.action ?? '' } } : {};
  return { ...base, type: 'message', text, attachments, ...value };
}

/** Three buttons under the last part; more become a numbered list. */
function render(activity: Partial<Activity>): { body: unknown }[] {
  const { text, buttons } = activityParts(activity);
  const shown = buttons.length <= 3 ? buttons : [];
  const rest = buttons.filter((button) => button.kind !== 'action' || !shown.includes(button));
  const list = numberedList(
    rest.map((button) => {
      if (button.kind === 'link') return `${button.title} ${button.url}`;
      return button.kind === 'call' ? `${button.title} ${button.phone}` : button.title;
    }),
  );
  const heading = text === '' && buttons.length > 0 ? 'Chọn:' : text;
  const parts = splitText(list === '' ? heading : `${heading}\n\n${list}`, TOY_MAX_TEXT);
  const actions = shown.flatMap((button) =>
    button.kind === 'action' && codePointLength(button.title) <= TOY_MAX_TEXT
      ? [{ title: button.title, action: button.action }]
      : [],
  );
  return parts.map((part, index) => ({
    body: { text: part, buttons: index === parts.length - 1 ? actions : [] },
  }));
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
