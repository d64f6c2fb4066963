import type { Evidence, EvidenceKind } from './report.ts';

/** Original bytes of evidence, encrypted at rest and never changed. */
export interface EvidenceStore {
  /** Stores under the id given; storing the same id again is a no-op that returns what is there. */
  put(input: {
    readonly id: string;
    readonly kind: EvidenceKind;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    readonly arrivedAt: Date;
    /** Keyed hash of who sent it; what comes without one is kept whatever becomes of it. */
    readonly residentKey?: string;
  }): Promise<Evidence>;
  /** Null when there is none. Throws when the bytes no longer match their hash. */
  read(
    id: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string } | null>;
}

/** Stored files that may belong to no report. */
export interface EvidenceShelf {
  /** Those that came before the moment, by id, from the one after `after` on. */
  loose(
    before: Date,
    after: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly residentKey: string }[]>;
  /** Of those given the ones that a report holds. */
  inReports(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** They belong to a report for good. */
  settle(ids: readonly string[]): Promise<void>;
  /** Deletes a file that was not settled, bytes and all. */
  remove(id: string): Promise<void>;
}

/** Words that a machine read in pictures of evidence. */
export interface PictureWords {
  /** Null: there is nothing to read in it. Does nothing when there is no such file. */
  keep(evidenceId: string, words: string | null): Promise<void>;
  /** Of those given the ones that were read. */
  of(evidenceIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
}
