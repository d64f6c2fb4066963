import { randomBytes } from 'node:crypto';
import express from 'express';
import { openDoor } from '../../bot/web/door.ts';
import type { ChannelName } from '../../reports/report.ts';
import { createMessengerSandbox, type MessengerSandbox } from '../../sandbox/messenger/index.ts';
import type { ChatEntry } from '../../sandbox/platform/chat.ts';
import { createZaloSandbox, NUDGE_TEMPLATE, type ZaloSandbox } from '../../sandbox/zalo/index.ts';

/** What a resident does and sees, on either platform. */
export interface Phone {
  readonly channel: ChannelName;
  /** The account that is written to, and the resident as the platform knows them. */
  readonly accountId: string;
  readonly userId: string;
  say(text: string): void;
  /** Whether a button of that title was ever shown. */
  offers(title: string): boolean;
  /** Taps the newest button of that title. Throws when there is none. */
  tap(title: string): void;
  photo(bytes: Buffer): void;
  /** What the account wrote, in order. */
  received(): readonly ChatEntry[];
}

export interface Platforms {
  readonly zalo: ZaloSandbox;
  readonly messenger: MessengerSandbox;
  /** Environment of a program whose channels are these platforms. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the program listens, once it does. */
  setTarget(origin: string): void;
  phone(channel: ChannelName, userId: string): Phone;
  close(): Promise<void>;
}

/**
 * Redeliveries of platforms that soon try again and never give up while a test runs. Each pause is longer than the one
 * before: a program that is slow only because the machine is must not drown in what it was sent already.
 */
export const SOON_AND_LONG_MS: readonly number[] = [200, 400, 800, 1_600, ...Array<number>(200).fill(3_000)];

/** What Zalo has approved for the account; a program that is not told of it does not use it. */
export const TEMPLATE_ID = '4711';

const secret = (): string => randomBytes(16).toString('hex');

function newestButton(
  entries: readonly ChatEntry[],
  title: string,
): { readonly entryId: string; readonly index: number } | null {
  for (const entry of entries.toReversed()) {
    const button = [...entry.buttons, ...entry.quickReplies].find((each) => each.title === title);
    if (button !== undefined) return { entryId: entry.id, index: button.index };
  }
  return null;
}

/** Zalo's and Meta's stand-ins on a port of their own, as a program under test meets them: by URL alone. */
export async function openPlatforms(
  options: { readonly retryDelaysMs?: readonly number[] } = {},
): Promise<Platforms> {
  let target = '';
  const door = await openDoor('127.0.0.1', 0);
  const origin = `http://127.0.0.1:${door.port}`;
  const zaloKeys = {
    appId: '360846524940903967',
    appSecret: secret(),
    oaId: '388613280878808645',
    oaSecretKey: secret(),
  };
  const pageKeys = {
    pageId: '200000000000001',
    appId: '300000000000001',
    appSecret: secret(),
    verifyToken: secret(),
    pageAccessToken: secret(),
  };
  const refreshToken = secret();
  const accessToken = secret();
  const retry = options.retryDelaysMs === undefined ? {} : { retryDelaysMs: options.retryDelaysMs };
  const zalo = createZaloSandbox({
    ...zaloKeys,
    ...retry,
    oaName: 'Công an xã',
    templates: new Map([[TEMPLATE_ID, NUDGE_TEMPLATE]]),
    requireProof: true,
    refreshToken,
    accessToken,
    webhookUrl: () => `${target}/webhooks/zalo`,
    publicUrl: () => `${origin}/zalo`,
  });
  const messenger = createMessengerSandbox({
    ...pageKeys,
    ...retry,
    pageName: 'Công an xã',
    requireProof: true,
    webhookUrl: () => `${target}/webhooks/messenger`,
    publicUrl: () => `${origin}/messenger`,
  });
  door.open(express().use('/zalo', zalo.router).use('/messenger', messenger.router));
  const lines = { zalo, messenger };
  return {
    zalo,
    messenger,
    environment: {
      ZALO_APP_ID: zaloKeys.appId,
      ZALO_APP_SECRET: zaloKeys.appSecret,
      ZALO_OA_ID: zaloKeys.oaId,
      ZALO_OA_SECRET_KEY: zaloKeys.oaSecretKey,
      ZALO_REFRESH_TOKEN: refreshToken,
      ZALO_ACCESS_TOKEN: accessToken,
      ZALO_APPSECRET_PROOF: 'header',
      ZALO_API_URL: `${origin}/zalo`,
      ZALO_OAUTH_URL: `${origin}/zalo`,
      MESSENGER_PAGE_ID: pageKeys.pageId,
      MESSENGER_APP_ID: pageKeys.appId,
      MESSENGER_APP_SECRET: pageKeys.appSecret,
      MESSENGER_VERIFY_TOKEN: pageKeys.verifyToken,
      MESSENGER_PAGE_ACCESS_TOKEN: pageKeys.pageAccessToken,
      MESSENGER_GRAPH_URL: `${origin}/messenger`,
      EVIDENCE_HOSTS: '127.0.0.1',
    },
    setTarget: (at) => {
      target = at;
    },
    phone: (channel, userId) => {
      const line = lines[channel];
      return {
        channel,
        accountId: channel === 'zalo' ? zaloKeys.oaId : pageKeys.pageId,
        userId,
        say: (text) => {
          line.sendText(userId, text);
        },
        offers: (title) => newestButton(line.transcript(userId), title) !== null,
        tap: (title) => {
          const button = newestButton(line.transcript(userId), title);
          if (button === null) throw new Error(`There is no button "${title}"`);
          line.tapButton(userId, button.entryId, button.index);
        },
        photo: (bytes) => {
          line.sendFile(userId, { name: 'bien-lai.png', mediaType: 'image/png', bytes, kind: 'image' });
        },
        received: () => line.transcript(userId).filter(({ from }) => from === 'account'),
      };
    },
    close: async () => {
      zalo.close();
      messenger.close();
      await door.close();
    },
  };
}
