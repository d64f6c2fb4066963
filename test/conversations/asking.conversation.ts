import type { ConversationTable } from './table.ts';

export const asking: readonly ConversationTable[] = [];
