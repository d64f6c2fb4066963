import { z } from 'zod';

const messageSchema = z.string().trim().min(3).max(400);

/** Messages as residents type them, to learn from: one list for each of the things that they are for. */
export const examplesSchema = z.array(messageSchema).min(1);

/** By urgent article or calm purpose; under `NOT_URGENT` stands what is not urgent, whatever else it is for. */
export type Examples = ReadonlyMap<string, z.infer<typeof examplesSchema>>;

export const NOT_URGENT = 'not-urgent';
