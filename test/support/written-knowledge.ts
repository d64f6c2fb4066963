import { fileURLToPath } from 'node:url';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { loadContent } from '../../knowledge/load-content.ts';

/** The knowledge base as it is written in the files. */
export const writtenKnowledge = (): KnowledgeBase =>
  buildKnowledgeBaseNow(loadContent(fileURLToPath(new URL('../../knowledge', import.meta.url))));
