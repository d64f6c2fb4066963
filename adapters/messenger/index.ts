export { createMessengerChannel } from './channel.ts';
export type { MessengerChannel, MessengerChannelOptions } from './channel.ts';
export { verifyHandshake } from './webhook.ts';
