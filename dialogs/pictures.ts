import type { Draft } from './draft.ts';

/** Reads pictures of evidence, sometime after the turn that asks for it. */
export interface Pictures {
  /** Asks for pictures to be read; asking again for the same ones is no work. */
  read(evidenceIds: readonly string[]): void;
  /** The words of those that were read by now; null where there are none. */
  words(evidenceIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
}

export const nothingRead: Pictures = { read: () => undefined, words: () => Promise.resolve(new Map()) };

/** Stored pictures of the draft about which the resident was not asked yet. */
export const unseenPictures = (draft: Draft): string[] =>
  draft.evidence
    .filter(
      ({ id, kind, state }) => kind === 'image' && state === 'stored' && !draft.seenPictures.includes(id),
    )
    .map(({ id }) => id);
