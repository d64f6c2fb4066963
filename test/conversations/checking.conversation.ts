import type { ConversationTable } from './table.ts';

export const checking: readonly ConversationTable[] = [];
