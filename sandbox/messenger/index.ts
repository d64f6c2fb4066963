export { createMessengerSandbox } from './messenger-sandbox.ts';
export type { MessengerSandbox } from './messenger-sandbox.ts';
export type { MessengerSandboxOptions } from './options.ts';
export type { FileToSend } from './resident-acts.ts';
