export { createZaloChannel } from './channel.ts';
export type { ZaloChannel, ZaloChannelOptions } from './channel.ts';
export type { ZaloTokens } from './tokens.ts';
export type { ConsentBegun, ConsentOutcome, ZaloConsent } from './consent.ts';
