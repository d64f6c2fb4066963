import type { ConversationTable } from './table.ts';

export const sos: readonly ConversationTable[] = [];
