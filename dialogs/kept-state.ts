import { z } from 'zod';
import { readMemory } from './memory.ts';

/** The properties of the conversation state: the dialogs' stack, and what is remembered between dialogs. */
export const STACK_PROPERTY = 'dialogs';
export const MEMORY_PROPERTY = 'memory';

const savedSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

const itemsOf = (saved: string): [string, Record<string, unknown>][] =>
  Object.entries(savedSchema.parse(JSON.parse(saved)));

/**
 * The saved state (JSON of the storage's items) of a conversation whose turn failed for good: without the dialogs' stack, so
 * that the next message starts afresh, and with the draft report and the memory as they were.
 */
export function withoutStack(saved: string): string {
  const calmed = itemsOf(saved).map(([key, item]) => [
    key,
    Object.fromEntries(Object.entries(item).filter(([name]) => name !== STACK_PROPERTY)),
  ]);
  return JSON.stringify(Object.fromEntries(calmed));
}

/**
 * What stays of the saved state when its resident withdraws: only how often they guessed a code or PIN wrong and until when
 * they have to wait, because leaving and coming back must be no way round it. Null where nothing was guessed.
 */
export function guessesIn(saved: string): string | null {
  const guarded = itemsOf(saved).flatMap(([key, item]) => {
    const { tracking } = readMemory(item[MEMORY_PROPERTY]);
    return tracking.failures === 0 ? [] : [[key, { [MEMORY_PROPERTY]: { tracking } }]];
  });
  return guarded.length === 0 ? null : JSON.stringify(Object.fromEntries(guarded));
}
