import type { Decision } from '../knowledge/decision.ts';
import { withoutPersonal } from './without-personal.ts';

/** Where a message leads: the dialog, and what it is told. */
export interface Lead {
  readonly dialogId: string;
  readonly options: object;
}

/** The dialog for what the answer chain decided about these words. */
export function leadOf(decision: Decision, words: string): Lead {
  const { slug, kbVersion } = decision;
  const candidates = decision.candidates.map((candidate) => candidate.slug);
  const question = withoutPersonal(words);
  switch (decision.route) {
    case 'answer':
      return {
        dialogId: 'ask',
        options: { slug, question, candidates, kbVersion, simpler: decision.simplerText ?? null },
      };
    case 'suggest':
      return { dialogId: 'ask', options: { slug: null, question, candidates, kbVersion } };
    case 'sos':
      return { dialogId: 'sos', options: { slug: slug ?? 'so-khan-cap', words } };
    case 'report':
    case 'track':
    case 'check':
      return { dialogId: decision.route, options: { words } };
    case 'human':
      return { dialogId: 'human', options: { words } };
    case 'privacy':
      return { dialogId: 'privacy', options: {} };
    case 'out_of_scope':
      return { dialogId: 'out-of-scope', options: { text: decision.officeText ?? null } };
    case 'refuse':
      return { dialogId: 'refuse', options: { text: decision.officeText ?? null } };
    case 'unknown':
      return { dialogId: 'unknown', options: { question, kbVersion } };
  }
}
