import type { ConversationTable } from './table.ts';

export const tracking: readonly ConversationTable[] = [];
