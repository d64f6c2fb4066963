import { z } from 'zod';
import type { FileToSend, ZaloSandbox } from '../zalo/index.ts';
import type { PhoneLine } from './phone-line.ts';

const webhookSchema = z.looseObject({
  event_name: z.string(),
  message: z.looseObject({ msg_id: z.string().optional() }).optional(),
});

export function createZaloLine(zalo: ZaloSandbox): PhoneLine {
  return {
    app: 'zalo',
    accountName: zalo.name,
    transcript: zalo.transcript,
    subscribe: zalo.subscribe,
    deliveries: zalo.deliveries,
    faults: zalo.faults,
    clock: zalo.clock,
    memory: zalo.memory,
    shelf: zalo.shelf,
    describe(webhookBody) {
      const event = webhookSchema.safeParse(JSON.parse(webhookBody));
      if (!event.success) return { title: 'webhook', messageId: null };
      return { title: event.data.event_name, messageId: event.data.message?.msg_id ?? null };
    },
    onTyping: () => undefined,
    open(userId, how) {
      if (how === 'follow') zalo.follow(userId);
      else zalo.openChat(userId);
    },
    sendText: (userId, text) => void zalo.sendText(userId, text),
    tap: (userId, messageId, index) => zalo.tapButton(userId, messageId, index) !== null,
    profile: () => ({ greeting: '', menu: [] }),
    tapMenu: () => false,
    sendFile: (userId, file) => void zalo.sendFile(userId, { ...file, kind: zaloKind(file.mediaType) }),
    extras: {
      sendLocation: (userId, place) => void zalo.sendLocation(userId, place),
      sendContact: (userId, contact) => void zalo.sendContact(userId, contact),
    },
    sendSticker(userId, sticker) {
      zalo.sendSticker(userId, { id: sticker, url: `https://stickers.zaloapp.com/sticker?id=${sticker}` });
    },
    lookAtChat: (userId) => zalo.lookAtChat(userId),
    writeAsStaff: (userId, text) => void zalo.writeAsAdmin(userId, text),
    expireToken: () => zalo.tokens.expireAccess(),
    revokeConsent: () => zalo.revokePermission(),
  };
}

function zaloKind(mediaType: string): FileToSend['kind'] {
  if (mediaType === 'image/gif') return 'gif';
  const family = mediaType.split('/')[0];
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}
