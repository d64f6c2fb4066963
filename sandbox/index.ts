import { Router } from 'express';
import { createMessengerLine } from './phone/messenger-line.ts';
import { recordApiCalls } from './phone/api-recorder.ts';
import { createPhonePage } from './phone/phone-page.ts';
import { createZaloLine } from './phone/zalo-line.ts';
import type { MessengerSandbox } from './messenger/index.ts';
import type { ZaloSandbox } from './zalo/index.ts';

export interface SandboxOptions {
  readonly zalo: ZaloSandbox;
  readonly messenger: MessengerSandbox;
  /** A JSON file in which chats outlive the program, with their files in `<stateFile>.files/`; none: they do not. */
  readonly stateFile?: string;
}

export interface Sandbox {
  /**
   * The phone page at `/`, its API at `/api`, the platforms at `/zalo` and `/messenger`: mounted at P, the `publicUrl`
   * of the Zalo stand-in is `P/zalo`, that of the Messenger stand-in `P/messenger`. Mount it before any body parser.
   */
  readonly router: Router;
  /** Ends the pages' connections, the platforms' retries, and writes the state file. */
  close(): Promise<void>;
}

/** The outside world on one machine: both platforms and a page that is a resident's phone. */
export function createSandbox({ zalo, messenger, stateFile }: SandboxOptions): Sandbox {
  const page = createPhonePage({
    lines: { zalo: createZaloLine(zalo), messenger: createMessengerLine(messenger) },
    stateFile: stateFile ?? null,
  });
  const router = Router();
  router.use('/zalo', recordApiCalls('zalo', page.wire), zalo.router);
  router.use('/messenger', recordApiCalls('messenger', page.wire), messenger.router);
  router.use(page.router);
  return {
    router,
    async close() {
      zalo.close();
      messenger.close();
      await page.close();
    },
  };
}
