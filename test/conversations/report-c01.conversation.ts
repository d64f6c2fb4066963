import type { ConversationTable } from './table.ts';

export const reportC01: readonly ConversationTable[] = [];
