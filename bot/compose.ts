import { composeBackground } from './compose-background.ts';
import { composePages } from './compose-pages.ts';
import { composeSandbox } from './compose-sandbox.ts';
import { contentFolder } from './content-folder.ts';
import { firstAdministratorLink } from './first-administrator.ts';
import { createLiveKnowledge } from './live-knowledge.ts';
import { atMost } from './road/at-most.ts';
import { createChannelCalls } from './road/channel-calls.ts';
import { roadCollections } from './road/documents.ts';
import { outlast } from './keep-trying.ts';
import { openOutside, type OutsideOptions } from './outside.ts';
import { openDoor } from './web/door.ts';
import { createWatchdog } from './road/watchdog.ts';
import { createWeb, type Pages } from './web/server.ts';
import { createWebhooks } from './web/webhooks.ts';
import { loadContent } from '../knowledge/load-content.ts';
import { composeChannels } from './compose-channels.ts';
import { composeConversation } from './compose-conversation.ts';

/** What only looks at something may be cut off. */
const LOOKS_END_WITHIN_MS = 4_000;

export interface App {
  /** Address of this program on this machine, with the port it got. */
  readonly origin: string;
  start(): Promise<void>;
  /** What a person at the terminal needs: addresses, and the one-time link while there is no administrator. */
  greeting(): Promise<string[]>;
  /** Takes no more calls, finishes what runs, keeps everything else in the database. */
  stop(): Promise<void>;
}

/**
 * Joins the whole product over an open database that has its indexes and listens: from now on what the platforms send is stored. `start` loads
 * the knowledge base, shows the pages and sets the workers going.
 */
export async function compose(options: OutsideOptions): Promise<App> {
  const outer = openOutside(options);
  const { config, db, log, metrics, clock } = outer;
  const door = await openDoor(config.host, config.port);
  const loopback = `http://127.0.0.1:${door.port}`;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${door.port}`;
  const { channels, own } = composeChannels(outer, loopback);
  const knowledge = createLiveKnowledge({ repository: outer.articles, log });
  const background = composeBackground(outer, publicUrl);
  const road = composeConversation({ outer, channels, knowledge, background, publicUrl, loopback });
  const watchdog = createWatchdog({
    calls: createChannelCalls(roadCollections(db).channelCalls, clock),
    channels: new Set(channels.byName.keys()),
    // the sandbox never unsubscribes anybody
    page: config.messenger.credentials === null ? null : (channels.messenger?.page ?? null),
    tokens: channels.zalo?.tokens ?? null,
    clock,
    log,
    metrics,
  });
  const sandbox =
    own === null
      ? null
      : composeSandbox({
          credentials: own,
          policeName: config.commune.policeName,
          origin: loopback,
          dataDir: config.dataDir,
        });
  let show: (pages: Pages) => void = () => undefined;
  const pages = new Promise<Pages>((resolve) => {
    show = resolve;
  });
  door.open(
    createWeb({
      webhooks: createWebhooks({
        channels: channels.byName,
        inbox: road.inbox,
        clock,
        log,
        metrics,
        onWork: road.wake,
        onNoted: road.noted,
        answerWithinMs: config.webhookAnswerWithinMs,
        messengerHandshake: channels.messengerHandshake,
      }),
      pages,
      sandbox: sandbox?.router ?? null,
      ready: async () => {
        await db.command({ ping: 1 });
      },
      metrics,
      metricsToken: config.metricsToken,
      log,
    }),
  );

  return {
    origin: loopback,
    start: async () => {
      const content = await outlast(async () => {
        const read = loadContent(contentFolder, await outer.articles.slugs());
        await knowledge.load(read);
        return read;
      });
      show(composePages({ outer, road, channels, watchdog, knowledge, content, publicUrl }));
      knowledge.start();
      await road.start();
      background.start();
      watchdog.start();
      log.info('started', { count: knowledge.current().articles.size, address: publicUrl });
    },
    greeting: async () => {
      const link = await outlast(() => firstAdministratorLink({ ...outer, publicUrl }));
      return [
        ...(sandbox === null ? [] : [`Trang điện thoại thử   ${publicUrl}/sandbox`]),
        `Bảng điều khiển        ${publicUrl}/console`,
        `Tra cứu của người dân  ${publicUrl}/tra-cuu`,
        ...(link === null ? [] : [`Tạo quản trị viên đầu tiên (liên kết dùng một lần): ${link}`]),
      ];
    },
    stop: async () => {
      // a call that is taken meanwhile is stored, which is all it needs
      const looks = Promise.all([watchdog.stop(), background.stop(), knowledge.stop()]);
      await Promise.all([door.close(), road.stop(), atMost(LOOKS_END_WITHIN_MS, looks)]);
      await sandbox?.close();
    },
  };
}
