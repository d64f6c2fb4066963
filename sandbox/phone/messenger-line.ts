import { z } from 'zod';
import type { FileToSend, MessengerSandbox } from '../messenger/index.ts';
import type { PhoneLine } from './phone-line.ts';

const mid = z.looseObject({ mid: z.string().optional(), is_echo: z.boolean().optional() });
const eventSchema = z.looseObject({ message: mid.optional(), postback: mid.optional() });
const entrySchema = z.looseObject({
  messaging: z.array(eventSchema).optional(),
  standby: z.array(eventSchema).optional(),
});
const webhookSchema = z.looseObject({ entry: z.array(entrySchema) });

/** Fields that are in every event and say nothing of its kind. */
const COMMON_FIELDS: ReadonlySet<string> = new Set(['sender', 'recipient', 'timestamp']);

export function createMessengerLine(messenger: MessengerSandbox): PhoneLine {
  return {
    app: 'messenger',
    accountName: messenger.name,
    transcript: messenger.transcript,
    subscribe: messenger.subscribe,
    deliveries: messenger.deliveries,
    faults: messenger.faults,
    clock: messenger.clock,
    memory: messenger.memory,
    shelf: messenger.shelf,
    describe,
    onTyping(listener) {
      messenger.subscribeTyping(({ userId, isTyping }) => listener(userId, isTyping));
    },
    open: (userId) => messenger.openChat(userId),
    sendText: (userId, text) => void messenger.sendText(userId, text),
    tap: (userId, messageId, index) => messenger.tapButton(userId, messageId, index) !== null,
    profile() {
      const { greeting, persistent_menu: menu } = messenger.page.profile();
      const items = menu?.[0]?.call_to_actions ?? [];
      return {
        greeting: greeting?.[0]?.text ?? '',
        menu: items.map((item) => ({ title: item.title, url: item.type === 'web_url' ? item.url : null })),
      };
    },
    tapMenu: (userId, index) => messenger.tapMenu(userId, index) !== null,
    sendFile(userId, file) {
      messenger.sendFile(userId, { ...file, kind: messengerKind(file.mediaType) });
    },
    extras: null,
    sendSticker(userId, sticker) {
      messenger.sendSticker(userId, {
        id: sticker,
        url: `https://scontent.fbcdn.net/sticker/${sticker}.png`,
      });
    },
    lookAtChat: (userId) => messenger.lookAtChat(userId),
    writeAsStaff: (userId, text) => void messenger.writeAsAdmin(userId, text),
    expireToken: null,
    revokeConsent: null,
  };
}

function describe(webhookBody: string): ReturnType<PhoneLine['describe']> {
  const call = webhookSchema.safeParse(JSON.parse(webhookBody));
  const entry = call.success ? call.data.entry[0] : undefined;
  const event = entry?.messaging?.[0] ?? entry?.standby?.[0];
  if (event === undefined) return { title: 'webhook', messageId: null };
  const isEcho = event.message?.is_echo === true;
  const kind = isEcho ? 'message (echo)' : Object.keys(event).find((field) => !COMMON_FIELDS.has(field));
  return {
    title: `${kind ?? 'event'}${entry?.standby === undefined ? '' : ' (standby)'}`,
    messageId: event.message?.mid ?? event.postback?.mid ?? null,
  };
}

function messengerKind(mediaType: string): FileToSend['kind'] {
  const family = mediaType.split('/')[0];
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}
