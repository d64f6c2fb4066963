import path from 'node:path';
import type { Router } from 'express';
import { createSandbox } from '../sandbox/index.ts';
import { createMessengerSandbox } from '../sandbox/messenger/index.ts';
import { createZaloSandbox, NUDGE_TEMPLATE } from '../sandbox/zalo/index.ts';
import type { FieldCipher } from '../adapters/mongo/field-cipher.ts';
import type { MessengerCredentials, ZaloCredentials } from './config.ts';

/**
 * What the sandbox and the adapters share; derived from the data key, so that it is the same after a restart. Only the
 * grant is new at each start: neither side can then hold tokens that the other has forgotten.
 */
export interface SandboxCredentials {
  readonly zalo: ZaloCredentials & { readonly refreshToken: string };
  readonly messenger: MessengerCredentials & { readonly appId: string };
}

export function sandboxCredentials(cipher: FieldCipher, processId: string): SandboxCredentials {
  const secret = (name: string): string => cipher.keyedHash('sandbox', name);
  return {
    zalo: {
      appId: '100000000000000001',
      appSecret: secret('zalo app'),
      oaId: '1400000000000000001',
      oaSecretKey: secret('zalo oa'),
      refreshToken: secret(`zalo refresh ${processId}`),
      accessToken: null,
    },
    messenger: {
      pageId: '200000000000001',
      appId: '300000000000001',
      appSecret: secret('messenger app'),
      verifyToken: secret('messenger verify'),
      pageAccessToken: secret('messenger page'),
    },
  };
}

export interface RunningSandbox {
  readonly router: Router;
  close(): Promise<void>;
}

/** Where the sandbox's platforms live under the program's own address. */
export const SANDBOX_PATHS = { zalo: '/sandbox/zalo', messenger: '/sandbox/messenger' } as const;

/** The sandbox's Zalo has approved one template, so that a nudge can be tried. */
export const SANDBOX_NUDGE_TEMPLATE_ID = '100001';

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
    templates: new Map([[SANDBOX_NUDGE_TEMPLATE_ID, NUDGE_TEMPLATE]]),
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
