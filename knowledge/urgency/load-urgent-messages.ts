import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { urgentMessagesSchema } from './urgent-messages.ts';
import type { UrgentMessages } from './urgent-messages.ts';

/** The messages to learn from, of the folder that holds `urgency/`. @throws ZodError for a file of another form */
export const loadUrgentMessages = (dir: string): UrgentMessages =>
  urgentMessagesSchema.parse(parse(readFileSync(path.join(dir, 'urgency', 'messages.yaml'), 'utf8')));
