import type { ConversationTable } from './table.ts';

export const oddMessages: readonly ConversationTable[] = [];
