import type { Request } from 'express';
import {
  createMessengerChannel,
  verifyHandshake,
  type MessengerChannel,
} from '../adapters/messenger/index.ts';
import type { FieldCipher } from '../adapters/mongo/field-cipher.ts';
import type { TokenStore } from '../adapters/token-store.ts';
import type { Channel } from '../adapters/channel.ts';
import { createZaloChannel, type ZaloChannel } from '../adapters/zalo/index.ts';
import type { Clock } from '../reports/ports.ts';
import type { ChannelName } from '../reports/report.ts';
import type { Config, MessengerCredentials, ZaloCredentials } from './config.ts';

export interface Channels {
  readonly byName: ReadonlyMap<ChannelName, Channel>;
  readonly zalo: ZaloChannel | null;
  readonly messenger: MessengerChannel | null;
  readonly messengerHandshake: ((query: Request['query']) => string | null) | null;
}

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

/** The channels that have credentials. */
export function createChannels(options: {
  readonly zalo: {
    readonly credentials: ZaloCredentials;
    readonly apiUrl: string;
    readonly oauthUrl: string;
    readonly pkce: Config['zalo']['pkce'];
  } | null;
  readonly messenger: { readonly credentials: MessengerCredentials; readonly graphUrl: string } | null;
  readonly graphVersion: Config['messenger']['graphVersion'];
  readonly humanAgentDays: Config['messenger']['humanAgentDays'];
  readonly tokenStoreOf: (oaId: string) => TokenStore;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
}): Channels {
  const { cipher, clock, tokenStoreOf, graphVersion, humanAgentDays } = options;
  const zalo =
    options.zalo === null
      ? null
      : createZaloChannel({
          ...options.zalo.credentials,
          grant: options.zalo.credentials,
          tokenStore: tokenStoreOf(options.zalo.credentials.oaId),
          buttonKey: cipher.keyedHash('buttons', 'zalo'),
          apiUrl: options.zalo.apiUrl,
          oauthUrl: options.zalo.oauthUrl,
          pkce: options.zalo.pkce,
          clock,
        });
  const page = options.messenger;
  const messenger =
    page === null
      ? null
      : createMessengerChannel({
          pageId: page.credentials.pageId,
          ...(page.credentials.appId === null ? {} : { appId: page.credentials.appId }),
          appSecret: page.credentials.appSecret,
          pageAccessToken: page.credentials.pageAccessToken,
          graphUrl: page.graphUrl,
          graphVersion,
          humanAgentDays,
          clock,
        });
  const byName = new Map<ChannelName, Channel>();
  if (zalo !== null) byName.set('zalo', zalo);
  if (messenger !== null) byName.set('messenger', messenger);
  return {
    byName,
    zalo,
    messenger,
    messengerHandshake:
      page === null ? null : (query) => verifyHandshake(query, page.credentials.verifyToken),
  };
}
