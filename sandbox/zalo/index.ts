export { createZaloSandbox } from './zalo-sandbox.ts';
export type { ZaloSandbox } from './zalo-sandbox.ts';
export type { ZaloSandboxOptions } from './options.ts';
export type { FileToSend } from './attachment-acts.ts';
