/** A question that found no answer; the text has gone through `stripPersonal` before it comes here. */
export type MissedQuestion = {
  question: string;
  /** Slugs that were offered and not wanted, best first; empty when nothing was found. */
  offered: readonly string[];
  at: Date;
  kbVersion: string;
};

export type StoredMissedQuestion = MissedQuestion & { id: string };

/** How an editor settled a missed question: taken over as a phrasing of an article, or set aside. */
export type MissedQuestionSettlement = { kind: 'phrasing'; slug: string } | { kind: 'dismissed' };

/** Questions kept for the editors until somebody has settled them. */
export type MissedQuestionRepository = {
  add: (missed: MissedQuestion) => Promise<void>;
  /** Unsettled questions, newest first. */
  listOpen: (limit: number) => Promise<readonly StoredMissedQuestion[]>;
  /** False when the question is unknown or already settled. */
  settle: (id: string, settlement: MissedQuestionSettlement, settledBy: string) => Promise<boolean>;
};
