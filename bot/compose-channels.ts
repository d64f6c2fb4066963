import type { Request } from 'express';
import {
  createMessengerChannel,
  renderMessenger,
  verifyHandshake,
  type MessengerChannel,
} from '../adapters/messenger/index.ts';
import type { Channel } from '../adapters/channel.ts';
import { createZaloChannel, renderZalo, type ZaloChannel } from '../adapters/zalo/index.ts';
import type { ChannelName } from '../reports/report.ts';
import { createZaloTokenStore } from '../adapters/mongo/zalo-token-store.ts';
import { sandboxCredentials, SANDBOX_NUDGE_TEMPLATE_ID, SANDBOX_PATHS } from './compose-sandbox.ts';
import type { Config, MessengerCredentials, ZaloCredentials } from './config.ts';
import type { Outside } from './outside.ts';
import type { WireForms } from './road/resident-outbox.ts';

export interface Channels {
  readonly byName: ReadonlyMap<ChannelName, Channel>;
  readonly wireForms: WireForms;
  readonly zalo: ZaloChannel | null;
  readonly messenger: MessengerChannel | null;
  readonly messengerHandshake: ((query: Request['query']) => string | null) | null;
}

interface ZaloAccount extends Omit<Config['zalo'], 'credentials'> {
  readonly credentials: ZaloCredentials;
}

interface MessengerPage {
  readonly credentials: MessengerCredentials;
  readonly graphUrl: string;
}

/** What stands in for a channel that has no credentials. */
interface StandIns {
  readonly zalo: ZaloAccount;
  readonly messenger: MessengerPage;
}

type Joined = Pick<Outside, 'config' | 'db' | 'cipher' | 'clock'>;

/** The channels that have credentials, or a stand-in. */
export function createChannels(outer: Joined, standIns: StandIns | null = null): Channels {
  const { zalo: oa, messenger: fb } = outer.config;
  const account = oa.credentials === null ? standIns?.zalo : { ...oa, credentials: oa.credentials };
  const page = fb.credentials === null ? standIns?.messenger : { ...fb, credentials: fb.credentials };
  const zalo = account === undefined ? null : zaloOf(account, outer);
  const messenger = page === undefined ? null : messengerOf(page, outer);
  const byName = new Map<ChannelName, Channel>();
  if (zalo !== null) byName.set('zalo', zalo);
  if (messenger !== null) byName.set('messenger', messenger);
  return {
    byName,
    wireForms: {
      zalo: (activity) => renderZalo(activity, zaloButtonKey(outer)),
      messenger: renderMessenger,
    },
    zalo,
    messenger,
    messengerHandshake:
      page === undefined ? null : (query) => verifyHandshake(query, page.credentials.verifyToken),
  };
}

const zaloButtonKey = ({ cipher }: Pick<Joined, 'cipher'>): string => cipher.keyedHash('buttons', 'zalo');

function zaloOf(account: ZaloAccount, { config, db, cipher, clock }: Joined): ZaloChannel {
  const { credentials, nudgeTemplateId: templateId, ...rest } = account;
  return createZaloChannel({
    ...credentials,
    ...rest,
    grant: credentials,
    tokenStore: createZaloTokenStore(db, cipher, credentials.oaId, clock),
    buttonKey: zaloButtonKey({ cipher }),
    ...(templateId === null ? {} : { nudge: { templateId, unit: config.commune.policeName } }),
    clock,
  });
}

function messengerOf({ credentials, graphUrl }: MessengerPage, { config, clock }: Joined): MessengerChannel {
  const { graphVersion, humanAgentDays } = config.messenger;
  return createMessengerChannel({ ...credentials, graphUrl, graphVersion, humanAgentDays, clock });
}

/** The channels that are configured, and the sandbox's where it stands in for one. */
export function composeChannels(outer: Outside, loopback: string) {
  const { config, cipher, processId } = outer;
  const own = config.sandbox ? sandboxCredentials(cipher, processId) : null;
  const standIns = own && {
    zalo: {
      credentials: own.zalo,
      apiUrl: loopback + SANDBOX_PATHS.zalo,
      oauthUrl: loopback + SANDBOX_PATHS.zalo,
      pkce: 'per-request' as const,
      appSecretProof: false,
      nudgeTemplateId: SANDBOX_NUDGE_TEMPLATE_ID,
    },
    messenger: { credentials: own.messenger, graphUrl: loopback + SANDBOX_PATHS.messenger },
  };
  return { channels: createChannels(outer, standIns), own };
}
