import type { ConversationTable } from './table.ts';

export const person: readonly ConversationTable[] = [];
