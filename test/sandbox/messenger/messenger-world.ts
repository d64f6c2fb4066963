import type { Activity } from 'botbuilder-core';
import type express from 'express';
import type { SendOutcome, SendRequest } from '../../../adapters/channel.ts';
import { createMessengerChannel, verifyHandshake } from '../../../adapters/messenger/index.ts';
import type { MessengerChannel, MessengerChannelOptions } from '../../../adapters/messenger/index.ts';
import { createMessengerSandbox } from '../../../sandbox/messenger/index.ts';
import type { MessengerSandbox, MessengerSandboxOptions } from '../../../sandbox/messenger/index.ts';
import { APP_ID, APP_SECRET, PAGE_ID, messengerOptions } from '../../adapters/messenger/messenger-wire.ts';
import { PATIENT_MS } from '../../contracts/platform-stand-in.ts';
import { listen } from '../platform/listening-app.ts';
import type { ListeningApp } from '../platform/listening-app.ts';
import { show, words, type Button } from '../platform/talk.ts';

export const RESIDENT = '7654321098765432';
const VERIFY_TOKEN = 'fixture-verify-token';

/** The sandbox and the product's channel, joined over real HTTP. */
export interface MessengerWorld {
  readonly http: ListeningApp;
  readonly sandbox: MessengerSandbox;
  readonly channel: MessengerChannel;
  /** Renders and sends; the outcome of each message. */
  show(activity: Partial<Activity>, change?: Partial<SendRequest>): Promise<SendOutcome[]>;
  say(text: string, actions?: readonly Button[], change?: Partial<SendRequest>): Promise<SendOutcome[]>;
  close(): Promise<void>;
}

export async function openMessengerWorld(
  sandboxOptions: Partial<MessengerSandboxOptions> = {},
  channelOptions: Partial<MessengerChannelOptions> = {},
): Promise<MessengerWorld> {
  const http = await listen();
  const sandbox = createMessengerSandbox({
    pageId: PAGE_ID,
    pageName: 'Công an xã Mẫu',
    appId: APP_ID,
    appSecret: APP_SECRET,
    pageAccessToken: 'fixture-page-token-not-real',
    verifyToken: VERIFY_TOKEN,
    webhookUrl: () => http.webhookUrl,
    publicUrl: () => http.platformUrl,
    retryDelaysMs: [20, 40, 80, 160],
    webhookTimeoutMs: PATIENT_MS,
    ...sandboxOptions,
  });
  http.app.use('/platform', sandbox.router);
  http.app.get('/webhook', (request: express.Request, response: express.Response) => {
    const challenge = verifyHandshake(request.query, VERIFY_TOKEN);
    if (challenge === null) response.sendStatus(403);
    else response.type('text').send(challenge);
  });
  const channel = createMessengerChannel(
    messengerOptions({
      graphUrl: http.platformUrl,
      clock: () => sandbox.clock.now(),
      timeoutMs: PATIENT_MS,
      ...channelOptions,
    }),
  );
  http.channel = channel;
  const showAll: MessengerWorld['show'] = (activity, change = {}) =>
    show(channel, activity, { userId: RESIDENT, author: 'bot', window: 'open', ...change });
  return {
    http,
    sandbox,
    channel,
    show: showAll,
    say: (text, actions = [], change = {}) => showAll(words(text, actions), change),
    close: async () => {
      sandbox.close();
      await http.close();
    },
  };
}
