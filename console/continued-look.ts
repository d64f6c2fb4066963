import type { AuditEntry, AuditReader, Transact } from '../reports/ports.ts';
import { recordAct } from './audit-acts.ts';
import { SESSION_MAX_MS } from './middleware/session.ts';

/** The newest entries of a subject among which the look is sought that this one goes on with. */
const ENTRIES_READ = 500;

/**
 * Keeps a look that a page makes by itself, such as asking for the rest of a recording: it is one with what this member of
 * staff opened in the same session, and a look of its own where they opened nothing. Resolves when it is stored: show only then.
 */
export async function recordContinuedLook(
  { audit, transact }: { readonly audit: AuditReader; readonly transact: Transact },
  look: AuditEntry,
): Promise<void> {
  const entries = await audit.ofSubject(look.subject, ENTRIES_READ);
  const isKnown = entries.some(
    ({ staffId, action, detail, at }) =>
      staffId === look.staffId &&
      action === look.action &&
      detail === look.detail &&
      look.at.getTime() - at.getTime() <= SESSION_MAX_MS,
  );
  if (!isKnown) await recordAct(transact, look);
}
