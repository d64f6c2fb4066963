import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { KnowledgeBase } from './knowledge-base.ts';
import { shortText } from './render-article.ts';
import { normalise } from './steps/normalise.ts';
import { retrieve } from './steps/retrieve.ts';

/** What a found document says about its article. */
export type ArticleMetadata = { slug: string; title: string; score: number; kbVersion: string };

/** The index as a LangChain retriever: the likeliest articles, best first, with their short answers as the text. */
export class ArticleRetriever extends BaseRetriever<ArticleMetadata> {
  static override lc_name(): string {
    return 'ArticleRetriever';
  }

  override lc_namespace = ['knowledge', 'retrievers'];
  private readonly getKnowledgeBase: () => KnowledgeBase;
  private readonly limit: number;

  constructor(getKnowledgeBase: () => KnowledgeBase, limit = 3) {
    super();
    this.getKnowledgeBase = getKnowledgeBase;
    this.limit = limit;
  }

  override _getRelevantDocuments(query: string): Promise<Document<ArticleMetadata>[]> {
    const kb = this.getKnowledgeBase();
    const { candidates } = retrieve(kb, normalise(kb, query));
    const documents = candidates.slice(0, this.limit).flatMap(({ slug, score }) => {
      const article = kb.article(slug);
      if (!article) return [];
      const metadata = { slug, title: article.title, score, kbVersion: kb.version };
      return [new Document({ pageContent: shortText(article, kb.facts), metadata })];
    });
    return Promise.resolve(documents);
  }
}
