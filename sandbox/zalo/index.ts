export { createZaloSandbox } from './zalo-sandbox.ts';
export type { ZaloSandbox } from './zalo-sandbox.ts';
export type { ZaloSandboxOptions } from './options.ts';
export type { FileToSend } from './attachment-acts.ts';
export { NUDGE_TEMPLATE } from './template-api.ts';
