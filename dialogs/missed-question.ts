import type { Talk } from './talk.ts';

/** Keeps a question that found no right answer for the editors, with what was offered. It must be free of personal data. */
export async function keepMissedQuestion(
  talk: Talk,
  question: string,
  offered: readonly string[],
  kbVersion: string,
): Promise<void> {
  if (question === '') return;
  await talk.services.missedQuestions.add({ question, offered, at: talk.turn.now, kbVersion });
}
