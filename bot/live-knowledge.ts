import type { ArticleRepository } from '../knowledge/article-repository.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Content } from '../knowledge/content.ts';
import type { Log } from './logging.ts';
import { createPoller } from './road/poller.ts';

/** What another process published is found within this time. */
const LOOK_EVERY_MS = 5_000;

/** The knowledge base that answers now; rebuilt after each publication without holding up a turn. */
export interface LiveKnowledge {
  readonly current: () => KnowledgeBase;
  /** Builds the first index; where nothing is stored yet, of the content that came with the program. */
  load(content: Content): Promise<void>;
  /** Rebuilds if anything was published since; resolves when answers come from it. */
  readonly refresh: () => Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Nothing is known before `load`, which lets the program take webhooks while the index is built. */
export function createLiveKnowledge(options: {
  readonly repository: ArticleRepository;
  readonly log: Log;
}): LiveKnowledge {
  const { repository, log } = options;
  let loaded: {
    readonly content: Content;
    readonly knowledge: KnowledgeBase;
    readonly revision: string;
  } | null = null;
  let refreshing = Promise.resolve();

  const build = async (content: Content) => {
    const revision = await repository.revision();
    const articles = await repository.list();
    return { content, revision, knowledge: await buildKnowledgeBase({ ...content, articles }) };
  };
  const refreshOnce = async (): Promise<void> => {
    if (loaded === null || (await repository.revision()) === loaded.revision) return;
    loaded = await build(loaded.content);
    log.info('knowledge rebuilt', { count: loaded.knowledge.articles.size });
  };
  const refresh = (): Promise<void> => {
    refreshing = refreshing.then(refreshOnce, refreshOnce);
    return refreshing;
  };
  const poller = createPoller({
    everyMs: LOOK_EVERY_MS,
    round: async () => {
      try {
        await refresh();
      } catch (error) {
        log.warn('knowledge not refreshed', { error });
      }
    },
  });

  return {
    current: () => {
      if (loaded === null) throw new Error('The knowledge base was asked before it was loaded');
      return loaded.knowledge;
    },
    load: async (content) => {
      const count = await repository.loadFirst(content.articles);
      if (count > 0) log.info('articles loaded', { count });
      loaded = await build(content);
    },
    refresh,
    start: () => {
      poller.start();
    },
    stop: () => poller.stop(),
  };
}
