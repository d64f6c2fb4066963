import { randomInt } from 'node:crypto';
import { ConversationState } from 'botbuilder-core';
import { createFetchMedia } from '../adapters/media/fetch-media.ts';
import { ensureIndexes } from '../adapters/mongo/ensure-indexes.ts';
import { createZaloTokenStore } from '../adapters/mongo/zalo-token-store.ts';
import { withoutStack } from '../dialogs/calm.ts';
import { createConversation } from '../dialogs/conversation.ts';
import { checkIndicator } from '../reports/indicators/check-indicator.ts';
import { countViews, reportSubject } from '../reports/staff-looks.ts';
import { composeAnswers } from './compose-answers.ts';
import { composeBackground, type Background } from './compose-background.ts';
import { createChannels, sandboxCredentials, type Channels } from './compose-channels.ts';
import { composePages } from './compose-pages.ts';
import { composeSandbox, SANDBOX_PATHS } from './compose-sandbox.ts';
import { contentFolder } from './content-folder.ts';
import { firstAdministratorLink } from './first-administrator.ts';
import { createLiveKnowledge, type LiveKnowledge } from './live-knowledge.ts';
import { atMost } from './road/at-most.ts';
import { createRoad } from './road/compose-road.ts';
import { roadCollections, roadIndexes } from './road/documents.ts';
import { createEvidenceIntake } from './road/evidence-intake.ts';
import { createLaneStorage } from './road/lane-storage.ts';
import { openOutside, type Outside, type OutsideOptions } from './outside.ts';
import { openDoor } from './web/door.ts';
import { createWatchdog } from './road/watchdog.ts';
import { createWeb } from './web/server.ts';
import { createWebhooks } from './web/webhooks.ts';
import { loadContent } from '../knowledge/load-content.ts';

/** Said once when a message could not be worked after every try; staff see the event. */
const APOLOGY =
  'Xin lỗi, hệ thống vừa gặp sự cố với tin nhắn này nên chưa trả lời được. Cán bộ đã được báo. Nếu đang gấp, bạn hãy gọi 113. Bạn có thể nhắn lại hoặc nhắn "menu".';

/** What only looks at something may be cut off. */
const LOOKS_END_WITHIN_MS = 4_000;

/** Entries of a report's audit among which its looks are counted. */
const LOOKS_COUNTED = 500;

/** An operator who lists one of these as a host of evidence means a media server on this machine. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface App {
  /** Address of this program on this machine, with the port it got. */
  readonly origin: string;
  start(): Promise<void>;
  /** What a person at the terminal needs: addresses, and the one-time link while there is no administrator. */
  greeting(): Promise<string[]>;
  /** Takes no more calls, finishes what runs, keeps everything else in the database. */
  stop(): Promise<void>;
}

/** The channels that are configured, and the sandbox's where it stands in for one. */
function composeChannels(outer: Outside, loopback: string) {
  const { config, cipher, db, clock, processId } = outer;
  const { zalo, messenger } = config;
  const own = config.sandbox ? sandboxCredentials(cipher, processId) : null;
  const sandboxed = {
    zalo: own && {
      credentials: own.zalo,
      apiUrl: loopback + SANDBOX_PATHS.zalo,
      oauthUrl: loopback + SANDBOX_PATHS.zalo,
      pkce: 'per-request' as const,
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
    tokenStoreOf: (oaId) => createZaloTokenStore(db, cipher, oaId, clock),
    cipher,
    clock,
  });
  return { channels, own };
}

interface RoadParts {
  readonly outer: Outside;
  readonly channels: Channels;
  readonly knowledge: LiveKnowledge;
  readonly background: Background;
  readonly publicUrl: string;
  readonly loopback: string;
}

function composeRoad(parts: RoadParts) {
  const { outer, channels, knowledge, publicUrl, loopback } = parts;
  const { pictures, dutyCaller } = parts.background;
  const { config, clock, newId } = outer;
  const storage = createLaneStorage();
  const answers = composeAnswers(config.model, knowledge);
  const state = new ConversationState(storage);
  const conversation = createConversation(
    {
      answers,
      knowledge: knowledge.current,
      reports: outer.reports,
      clock,
      newId,
      randomBelow: (bound) => randomInt(bound),
      pins: outer.pins,
      commune: { ...config.commune, publicUrl },
      staffLooks: async (reportId) =>
        countViews(await outer.audit.ofSubject(reportSubject(reportId), LOOKS_COUNTED)),
      receiptUrl: (code) => `${publicUrl}/bien-nhan/${outer.receipts.token(code)}`,
      missedQuestions: outer.missedQuestions,
      pictures,
      indicators: { check: (indicator) => checkIndicator(outer.indicators, indicator) },
    },
    state,
  );
  const fetchMedia = createFetchMedia({
    hosts: config.evidenceHosts,
    plainHttpOrigins: config.sandbox ? [loopback] : [],
    loopbackHosts: config.evidenceHosts.filter((host) => LOOPBACK_HOSTS.has(host)),
  });
  const road = createRoad({
    ...outer,
    channels: channels.byName,
    storage,
    converse: async (context) => {
      await conversation.run(context);
      await state.saveChanges(context);
    },
    calm: withoutStack,
    apology: APOLOGY,
    intakeEvidence: createEvidenceIntake({ fetchMedia, store: outer.evidence, clock }),
    onAlert: ({ id, kind, urgency, channel, slug }) => {
      outer.log.warn('duty alert', { eventId: id, kind, code: urgency, channel, name: slug ?? 'report' });
      dutyCaller?.wake();
    },
  });
  return road;
}

/** Joins the whole product over an open database and listens; `start` sets its workers going. */
export async function compose(options: OutsideOptions): Promise<App> {
  const outer = openOutside(options);
  const { config, db, log, metrics, clock } = outer;
  await ensureIndexes(db, roadIndexes);
  const door = await openDoor(config.host, config.port);
  const loopback = `http://127.0.0.1:${door.port}`;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${door.port}`;
  const { channels, own } = composeChannels(outer, loopback);
  const content = loadContent(contentFolder);
  const knowledge = await createLiveKnowledge({ content, repository: outer.articles, log });
  const background = composeBackground(outer, publicUrl);
  const road = composeRoad({ outer, channels, knowledge, background, publicUrl, loopback });
  const watchdog = createWatchdog({
    inbox: roadCollections(db).inbox,
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
        messengerHandshake: channels.messengerHandshake,
      }),
      ...composePages({ outer, road, channels, watchdog, knowledge, content, publicUrl }),
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
      knowledge.start();
      await road.start();
      background.start();
      watchdog.start();
      log.info('started', { count: knowledge.current().articles.size, address: publicUrl });
    },
    greeting: async () => {
      const link = await firstAdministratorLink({ ...outer, publicUrl });
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
