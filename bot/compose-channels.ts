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
import { createZaloTokenStore } from '../adapters/mongo/zalo-token-store.ts';
import { sandboxCredentials, SANDBOX_NUDGE_TEMPLATE_ID, SANDBOX_PATHS } from './compose-sandbox.ts';
import type { Config, MessengerCredentials, ZaloCredentials } from './config.ts';
import type { Outside } from './outside.ts';

export interface Channels {
  readonly byName: ReadonlyMap<ChannelName, Channel>;
  readonly zalo: ZaloChannel | null;
  readonly messenger: MessengerChannel | null;
  readonly messengerHandshake: ((query: Request['query']) => string | null) | null;
}

/** The channels that have credentials. */
export function createChannels(options: {
  readonly zalo: {
    readonly credentials: ZaloCredentials;
    readonly apiUrl: string;
    readonly oauthUrl: string;
    readonly pkce: Config['zalo']['pkce'];
    readonly appSecretProof: boolean;
    readonly nudgeTemplateId: string | null;
  } | null;
  readonly messenger: { readonly credentials: MessengerCredentials; readonly graphUrl: string } | null;
  readonly graphVersion: Config['messenger']['graphVersion'];
  readonly humanAgentDays: Config['messenger']['humanAgentDays'];
  /** The unit's name, as a nudge gives it. */
  readonly unit: string;
  readonly tokenStoreOf: (oaId: string) => TokenStore;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
}): Channels {
  const { cipher, clock, tokenStoreOf, graphVersion, humanAgentDays } = options;
  const templateId = options.zalo?.nudgeTemplateId ?? null;
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
          appSecretProof: options.zalo.appSecretProof,
          ...(templateId === null ? {} : { nudge: { templateId, unit: options.unit } }),
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

/** The channels that are configured, and the sandbox's where it stands in for one. */
export function composeChannels(outer: Outside, loopback: string) {
  const { config, cipher, db, clock, processId } = outer;
  const { zalo, messenger } = config;
  const own = config.sandbox ? sandboxCredentials(cipher, processId) : null;
  const sandboxed = {
    zalo: own && {
      credentials: own.zalo,
      apiUrl: loopback + SANDBOX_PATHS.zalo,
      oauthUrl: loopback + SANDBOX_PATHS.zalo,
      pkce: 'per-request' as const,
      appSecretProof: false,
      nudgeTemplateId: SANDBOX_NUDGE_TEMPLATE_ID,
    },
    messenger: own && { credentials: own.messenger, graphUrl: loopback + SANDBOX_PATHS.messenger },
  };
  const channels = createChannels({
    zalo: zalo.credentials === null ? sandboxed.zalo : { ...zalo, credentials: zalo.credentials },
    messenger:
      messenger.credentials === null
        ? sandboxed.messenger
        : { ...messenger, credentials: messenger.credentials },
    graphVersion: messenger.graphVersion,
    humanAgentDays: messenger.humanAgentDays,
    unit: config.commune.policeName,
    tokenStoreOf: (oaId) => createZaloTokenStore(db, cipher, oaId, clock),
    cipher,
    clock,
  });
  return { channels, own };
}
