export { createMessengerChannel } from './channel.ts';
export type { MessengerChannelOptions } from './channel.ts';
export { verifyHandshake } from './webhook.ts';
