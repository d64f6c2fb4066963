import MongoStore from 'connect-mongo';
import { createFigureReader } from '../adapters/mongo/figure-reader.ts';
import { createConsole } from '../console/create-console.ts';
import type { TryQuestion } from '../console/dependencies.ts';
import { createPublicPages } from '../console/create-public-pages.tsx';
import { firstReplyText } from '../dialogs/first-reply.ts';
import { createAnswerChain } from '../knowledge/answer-chain.ts';
import type { Article } from '../knowledge/article.ts';
import type { Content } from '../knowledge/content.ts';
import { buildKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Channels } from './compose-channels.ts';
import type { Outside } from './outside.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import { createChannelStates } from './road/channel-states.ts';
import type { Road } from './road/compose-road.ts';
import { createDeadLetters } from './road/dead-letters.ts';
import { roadCollections } from './road/documents.ts';
import { createWaitingMessages } from './road/waiting-messages.ts';
import type { Watchdog } from './road/watchdog.ts';
import type { Pages } from './web/server.ts';

const SESSION_HOURS = 12;

export interface PagesInput {
  readonly outer: Outside;
  readonly road: Road;
  readonly channels: Channels;
  readonly watchdog: Pick<Watchdog, 'noteOf'>;
  readonly knowledge: LiveKnowledge;
  readonly content: Content;
  readonly publicUrl: string;
}

/** Asks as a resident would; a draft is tried in a knowledge base of its own, so nobody else meets it. */
function createTryQuestion({ outer, knowledge, content, publicUrl }: PagesInput): TryQuestion {
  const commune = { ...outer.config.commune, publicUrl };
  const withDraft = async (draft: Article) => {
    const others = [...knowledge.current().articles.values()].filter(({ slug }) => slug !== draft.slug);
    return buildKnowledgeBase({ ...content, articles: [...others, draft] });
  };
  return async (question, draft) => {
    const base = draft === null ? knowledge.current() : await withDraft(draft);
    const decision = await createAnswerChain(() => base).decide(question);
    return { decision, text: firstReplyText(decision, base, commune) };
  };
}

/** The staff console and the residents' pages. */
export function composePages(input: PagesInput): Pages {
  const { outer, road, channels, knowledge, content, publicUrl } = input;
  const { config, client, db, cipher, clock, newId, log, reports, audit } = outer;
  const secureCookies = publicUrl.startsWith('https:');
  const communeName = config.commune.policeName;
  const onError = (error: unknown): void => {
    log.error('page failed', { error });
  };
  const configured = new Set(channels.byName.keys());
  const sandboxed = new Set(
    [...configured].filter((name) => config.sandbox && config[name].credentials === null),
  );
  const console = createConsole({
    reports,
    figures: createFigureReader(db),
    handovers: outer.handovers,
    alerts: outer.alerts,
    indicators: outer.indicators,
    evidence: outer.evidence,
    pictureWords: outer.pictureWords,
    audit,
    staff: outer.staff,
    articles: outer.articles,
    missedQuestions: outer.missedQuestions,
    transact: road.transact,
    forecast: road.forecast,
    facts: content.facts,
    tryQuestion: createTryQuestion(input),
    onPublished: knowledge.refresh,
    deadLetters: createDeadLetters({ collection: roadCollections(db).inbox, clock, wake: road.wake }),
    channelStates: createChannelStates({
      configured,
      sandboxed,
      zalo: channels.zalo,
      messenger: channels.messenger,
      inbox: roadCollections(db).inbox,
      clock,
      noteOf: input.watchdog.noteOf,
    }),
    waitingMessages: createWaitingMessages(roadCollections(db).outbox, configured),
    zaloConsent: channels.zalo?.consent ?? null,
    sessionStore: MongoStore.create({
      client,
      dbName: db.databaseName,
      collectionName: 'sessions',
      ttl: SESSION_HOURS * 3_600,
    }),
    sessionSecret: cipher.keyedHash('console', 'session'),
    seal: (text) => cipher.seal(text),
    open: (sealed) => cipher.open(sealed),
    clock,
    newId,
    publicUrl,
    secureCookies,
    communeName,
    onError,
  });
  const publicPages = createPublicPages({
    reports,
    audit,
    pins: outer.pins,
    receipts: outer.receipts,
    publicUrl,
    clock,
    secureCookies,
    communeName,
    dutyPhone: config.commune.dutyPhone,
    zaloSiteVerification: config.zaloSiteVerification,
    chatLinks: config.sandbox ? [{ label: 'Trang điện thoại thử', url: '/sandbox' }] : [],
    onError,
  });
  return { console, publicPages };
}
