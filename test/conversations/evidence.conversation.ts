import type { ConversationTable } from './table.ts';

export const evidence: readonly ConversationTable[] = [];
