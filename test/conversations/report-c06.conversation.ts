import type { ConversationTable } from './table.ts';

export const reportC06: readonly ConversationTable[] = [];
