export { createZaloChannel } from './channel.ts';
export type { ZaloChannel, ZaloChannelOptions } from './channel.ts';
export type { ConsentBegun } from './consent.ts';
