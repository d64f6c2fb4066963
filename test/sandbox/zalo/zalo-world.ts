import type { Activity } from 'botbuilder-core';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import type { ZaloChannel, ZaloChannelOptions } from '../../../adapters/zalo/index.ts';
import type { SendOutcome } from '../../../adapters/channel.ts';
import { createZaloSandbox } from '../../../sandbox/zalo/index.ts';
import type { ZaloSandbox, ZaloSandboxOptions } from '../../../sandbox/zalo/index.ts';
import { APP_ID, OA_ID, OA_SECRET_KEY, zaloOptions } from '../../adapters/zalo/zalo-wire.ts';
import { PATIENT_MS } from '../../contracts/platform-stand-in.ts';
import { listen } from '../platform/listening-app.ts';
import type { ListeningApp } from '../platform/listening-app.ts';
import { show, words, type Button } from '../platform/talk.ts';

export const RESIDENT = '246845883529197922';

/** The sandbox and the product's channel, joined over real HTTP. */
export interface ZaloWorld {
  readonly http: ListeningApp;
  readonly sandbox: ZaloSandbox;
  readonly channel: ZaloChannel;
  /** Renders and sends; the outcome of each message. */
  readonly show: (activity: Partial<Activity>) => Promise<SendOutcome[]>;
  readonly say: (text: string, actions?: readonly Button[]) => Promise<SendOutcome[]>;
  /** Another process of the product on the same tokens. */
  readonly secondChannel: (change?: Partial<ZaloChannelOptions>) => ZaloChannel;
  close(): Promise<void>;
}

export async function openZaloWorld(
  sandboxOptions: Partial<ZaloSandboxOptions> = {},
  channelOptions: Partial<ZaloChannelOptions> = {},
): Promise<ZaloWorld> {
  const http = await listen();
  const sandbox = createZaloSandbox({
    appId: APP_ID,
    appSecret: 'fixture-app-secret-not-real',
    oaId: OA_ID,
    oaName: 'Công an xã Mẫu',
    oaSecretKey: OA_SECRET_KEY,
    refreshToken: 'refresh-0',
    accessToken: 'access-0',
    webhookUrl: () => http.webhookUrl,
    publicUrl: () => http.platformUrl,
    retryDelaysMs: [20, 40, 80, 160, 320],
    webhookTimeoutMs: PATIENT_MS,
    ...sandboxOptions,
  });
  http.app.use('/platform', sandbox.router);
  const options = zaloOptions({
    apiUrl: http.platformUrl,
    oauthUrl: http.platformUrl,
    clock: () => sandbox.clock.now(),
    timeoutMs: PATIENT_MS,
    ...channelOptions,
  });
  const channel = createZaloChannel(options);
  http.channel = channel;
  const showAll: ZaloWorld['show'] = (activity) =>
    show(channel, activity, { userId: RESIDENT, author: 'bot', window: 'open' });
  return {
    http,
    sandbox,
    channel,
    show: showAll,
    secondChannel: (change = {}) => createZaloChannel({ ...options, ...change }),
    say: (text, actions = []) => showAll(words(text, actions)),
    close: async () => {
      sandbox.close();
      await http.close();
    },
  };
}
