import { z } from 'zod';

/** The property of the conversation state that holds the dialogs' stack. */
export const STACK_PROPERTY = 'dialogs';

const savedSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * The saved state (JSON of the storage's items) of a conversation whose turn failed for good: without the dialogs' stack, so
 * that the next message starts afresh, and with the draft report and the memory as they were.
 */
export function withoutStack(saved: string): string {
  const items = savedSchema.parse(JSON.parse(saved));
  const calmed = Object.entries(items).map(([key, item]) => [
    key,
    Object.fromEntries(Object.entries(item).filter(([name]) => name !== STACK_PROPERTY)),
  ]);
  return JSON.stringify(Object.fromEntries(calmed));
}
