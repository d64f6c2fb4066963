import type { ConversationTable } from './table.ts';

export const reportC02: readonly ConversationTable[] = [];
