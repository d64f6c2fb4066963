import type { Draft, ParkedEvidence } from './draft.ts';
import { holdFiles } from './hold-files.ts';
import { takeEvidence } from './report/take-evidence.ts';
import type { Talk } from './talk.ts';
import { evidenceTexts } from './texts/evidence.ts';

/** Files whose words lead elsewhere wait in the report being written, or begin one; `told` says so where they begin it. */
export async function keepFiles(talk: Talk, told: string): Promise<void> {
  if (talk.draft.current() === null && talk.input.evidence.every(({ state }) => state === 'failed')) {
    await talk.say(evidenceTexts.received(talk.input.evidence));
    talk.filesTaken = true;
    return;
  }
  const draft = waitingDraft(talk);
  const isFirst = draft.evidence.length === 0;
  await takeEvidence(talk, draft);
  if (isFirst) await talk.say(told);
}

/** The same for files that came before, and for which no report was begun. */
export async function keepParked(talk: Talk, evidence: readonly ParkedEvidence[]): Promise<void> {
  if (evidence.length === 0) return;
  holdFiles(waitingDraft(talk).evidence, evidence);
  await talk.say(evidenceTexts.kept);
}

/** The report being written, or a new one; the days for which it is kept begin anew. */
function waitingDraft({ draft, services, turn }: Talk): Draft {
  const waiting = draft.current() ?? draft.begin({ id: services.newId(), category: null, told: [] });
  waiting.updatedAt = turn.now.toISOString();
  return waiting;
}

/** Whether files came with words, and nobody has taken them yet. */
export const hasFilesBesideWords = ({ input, filesTaken }: Talk): boolean =>
  input.kind === 'words' && input.evidence.length > 0 && !filesTaken;

/** Nothing but files that wait: no report that somebody would have to choose. */
export const holdsOnlyFiles = ({ told, answers, asked, category, consentVersion }: Draft): boolean =>
  told.length === 0 &&
  asked.length === 0 &&
  Object.keys(answers).length === 0 &&
  category === null &&
  consentVersion === null;
