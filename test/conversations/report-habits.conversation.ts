import type { ConversationTable } from './table.ts';

export const reportHabits: readonly ConversationTable[] = [];
