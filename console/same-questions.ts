import type { StoredMissedQuestion } from '../knowledge/missed-question-repository.ts';

/** Questions in the same words, settled together. */
export interface SameQuestions {
  /** The newest of them. */
  readonly newest: StoredMissedQuestion;
  readonly ids: readonly string[];
}

/** Asked most often first, then newest first. Case, spaces and punctuation make no difference, diacritics do. */
export function groupSame(questions: readonly StoredMissedQuestion[]): readonly SameQuestions[] {
  const groups = new Map<string, SameQuestions>();
  for (const question of questions) {
    const words = wordsOf(question.question);
    const group = groups.get(words);
    const newest = group === undefined || question.at > group.newest.at ? question : group.newest;
    groups.set(words, { newest, ids: [...(group?.ids ?? []), question.id] });
  }
  return [...groups.values()].sort(
    (one, other) => other.ids.length - one.ids.length || other.newest.at.getTime() - one.newest.at.getTime(),
  );
}

const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
