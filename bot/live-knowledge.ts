import type { ArticleRepository } from '../knowledge/article-repository.ts';
import type { Article } from '../knowledge/article.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Content } from '../knowledge/content.ts';
import type { Log } from './logging.ts';
import { createPoller } from './road/poller.ts';

/** What another process published is found within this time. */
const LOOK_EVERY_MS = 5_000;

/** The knowledge base that answers now; rebuilt after each publication without holding up a turn. */
export interface LiveKnowledge {
  readonly current: () => KnowledgeBase;
  /** Rebuilds if anything was published since; resolves when answers come from it. */
  readonly refresh: () => Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Loads the content that came with the program where nothing is stored yet, and builds the first index. */
export async function createLiveKnowledge(options: {
  readonly content: Content;
  readonly repository: ArticleRepository;
  readonly log: Log;
}): Promise<LiveKnowledge> {
  const { content, repository, log } = options;
  const loaded = await repository.loadFirst(content.articles);
  if (loaded > 0) log.info('articles loaded', { count: loaded });

  const build = async (articles: readonly Article[]): Promise<KnowledgeBase> =>
    buildKnowledgeBase({ ...content, articles });

  let revision = await repository.revision();
  let knowledge = await build(await repository.list());
  let refreshing = Promise.resolve();

  const refreshOnce = async (): Promise<void> => {
    const newest = await repository.revision();
    if (newest === revision) return;
    knowledge = await build(await repository.list());
    revision = newest;
    log.info('knowledge rebuilt', { count: knowledge.articles.size });
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
    current: () => knowledge,
    refresh,
    start: () => {
      poller.start();
    },
    stop: () => poller.stop(),
  };
}
