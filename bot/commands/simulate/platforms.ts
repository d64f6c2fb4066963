import { randomBytes } from 'node:crypto';
import express from 'express';
import type { ChannelName } from '../../../reports/report.ts';
import { createMessengerSandbox } from '../../../sandbox/messenger/index.ts';
import type { ChatEntry } from '../../../sandbox/platform/chat.ts';
import { createZaloSandbox } from '../../../sandbox/zalo/index.ts';
import { openDoor } from '../../web/door.ts';

/** A resident's phone on either platform. */
export interface SimulatedPhone {
  readonly channel: ChannelName;
  /** The account that is written to, and the resident as the platform knows them. */
  readonly accountId: string;
  readonly userId: string;
  say(text: string): void;
  photo(bytes: Buffer): void;
  /** Taps the newest button of that title; false when there is none. */
  tap(title: string): boolean;
  /** Everything in the conversation, oldest first. */
  entries(): readonly ChatEntry[];
}

/** Both platforms, on a port of their own. */
export interface SimulatedPlatforms {
  /** Environment of a program whose channels these are. */
  readonly environment: Readonly<Record<string, string>>;
  setTarget(origin: string): void;
  phone(channel: ChannelName, userId: string): SimulatedPhone;
  close(): Promise<void>;
}

/** Short, so that a restart of the program is over before a platform gives up. */
const RETRY_DELAYS_MS = Array.from({ length: 240 }, () => 500);

const secret = (): string => randomBytes(16).toString('hex');

export async function openSimulatedPlatforms(): Promise<SimulatedPlatforms> {
  let target = '';
  const door = await openDoor('127.0.0.1', 0);
  const origin = `http://127.0.0.1:${door.port}`;
  const zaloKeys = {
    appId: '360846524940903967',
    appSecret: secret(),
    oaId: '388613280878808645',
    oaSecretKey: secret(),
    refreshToken: secret(),
    accessToken: secret(),
  };
  const pageKeys = {
    pageId: '200000000000001',
    appId: '300000000000001',
    appSecret: secret(),
    verifyToken: secret(),
    pageAccessToken: secret(),
  };
  const zalo = createZaloSandbox({
    ...zaloKeys,
    retryDelaysMs: RETRY_DELAYS_MS,
    oaName: 'Công an xã',
    webhookUrl: () => `${target}/webhooks/zalo`,
    publicUrl: () => `${origin}/zalo`,
  });
  const messenger = createMessengerSandbox({
    ...pageKeys,
    retryDelaysMs: RETRY_DELAYS_MS,
    pageName: 'Công an xã',
    webhookUrl: () => `${target}/webhooks/messenger`,
    publicUrl: () => `${origin}/messenger`,
  });
  door.open(express().use('/zalo', zalo.router).use('/messenger', messenger.router));
  const lines = { zalo, messenger };

  return {
    environment: {
      ZALO_APP_ID: zaloKeys.appId,
      ZALO_APP_SECRET: zaloKeys.appSecret,
      ZALO_OA_ID: zaloKeys.oaId,
      ZALO_OA_SECRET_KEY: zaloKeys.oaSecretKey,
      ZALO_REFRESH_TOKEN: zaloKeys.refreshToken,
      ZALO_ACCESS_TOKEN: zaloKeys.accessToken,
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
        photo: (bytes) => {
          line.sendFile(userId, { name: 'bien-lai.png', mediaType: 'image/png', bytes, kind: 'image' });
        },
        tap: (title) => {
          const found = newestButton(line.transcript(userId), title);
          if (found !== null) line.tapButton(userId, found.entryId, found.index);
          return found !== null;
        },
        entries: () => line.transcript(userId),
      };
    },
    close: async () => {
      zalo.close();
      messenger.close();
      await door.close();
    },
  };
}

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
