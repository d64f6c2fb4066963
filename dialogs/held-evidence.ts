import { z } from 'zod';
import { createDraftBox } from './draft.ts';

const savedSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * Whether the saved state (JSON of the storage's items) of a conversation still holds a file: in a draft report that is not
 * too old, or anywhere else but there.
 */
export function holdsEvidence(saved: string, now: Date): (evidenceId: string) => boolean {
  const items = Object.values(savedSchema.parse(JSON.parse(saved)));
  const held = items.map(({ draft, ...others }) => ({
    draft: createDraftBox(draft, now).current(),
    others,
  }));
  const text = JSON.stringify(held);
  return (evidenceId) => text.includes(JSON.stringify(evidenceId));
}
