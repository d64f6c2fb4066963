export { createZaloChannel } from './channel.ts';
export type { ZaloChannel, ZaloChannelOptions } from './channel.ts';
export type { ZaloPkce } from './consent.ts';
export { renderZalo } from './outbound.ts';
