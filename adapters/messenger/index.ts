export { createMessengerChannel } from './channel.ts';
export type { MessengerChannel, MessengerChannelOptions } from './channel.ts';
export { renderMessenger } from './outbound.ts';
export { SUBSCRIBED_FIELDS } from './profile.ts';
export { verifyHandshake } from './webhook.ts';
