/** What an entry leads to: an article, a dialog, another office, or a refusal. */
export type EntryKind = 'article' | 'intent' | 'out_of_scope' | 'refusal';

/** Something that residents ask for, and how they ask for it. */
export type Entry = { id: string; kind: EntryKind; phrasings: readonly string[] };

/** All phrasings in the order in which an index of these entries numbers them. */
export const entryPhrasings = (entries: readonly Entry[]): { entry: number; phrasing: string }[] =>
  entries.flatMap(({ phrasings }, entry) => phrasings.map((phrasing) => ({ entry, phrasing })));
