import path from 'node:path';
import type { Router } from 'express';
import { createSandbox } from '../sandbox/index.ts';
import { createMessengerSandbox } from '../sandbox/messenger/index.ts';
import { createZaloSandbox } from '../sandbox/zalo/index.ts';
import type { SandboxCredentials } from './compose-channels.ts';

export interface RunningSandbox {
  readonly router: Router;
  close(): Promise<void>;
}

/** Where the sandbox's platforms live under the program's own address. */
export const SANDBOX_PATHS = { zalo: '/sandbox/zalo', messenger: '/sandbox/messenger' } as const;

/** Zalo's and Meta's stand-ins with the phone page, wired to the program by nothing but URLs. */
export function composeSandbox(options: {
  readonly credentials: SandboxCredentials;
  readonly policeName: string;
  /** Address of this program on this machine. */
  readonly origin: string;
  readonly dataDir: string;
}): RunningSandbox {
  const { credentials, policeName, origin, dataDir } = options;
  const zalo = createZaloSandbox({
    ...credentials.zalo,
    oaName: policeName,
    accessToken: `${credentials.zalo.refreshToken}-first`,
    webhookUrl: () => `${origin}/webhooks/zalo`,
    publicUrl: () => `${origin}${SANDBOX_PATHS.zalo}`,
  });
  const messenger = createMessengerSandbox({
    ...credentials.messenger,
    pageName: policeName,
    webhookUrl: () => `${origin}/webhooks/messenger`,
    publicUrl: () => `${origin}${SANDBOX_PATHS.messenger}`,
  });
  return createSandbox({ zalo, messenger, stateFile: path.join(dataDir, 'sandbox.json') });
}
