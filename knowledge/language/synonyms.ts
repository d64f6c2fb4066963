import { z } from 'zod';
import { hasDiacritic, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Words that mean the same in our matters: `lừa: [gạt, dụ, úp sọt]`. The name itself belongs to the group. */
export const synonymsSchema = z.record(z.string().trim().min(1), z.array(z.string().trim().min(1)).min(1));

export type SynonymTable = z.infer<typeof synonymsSchema>;

type Member = { words: readonly Token[]; concept: string };

/** Members that begin with one word, in the order of the table: those to try where nothing fits behind it, and by the next word. */
type Members = { alone: readonly Member[]; before: ReadonlyMap<string, readonly Member[]> };

/** Members by their folded first word; a common word begins thirty, and its neighbour tells nearly all of them apart. */
export type Synonyms = ReadonlyMap<string, Members>;

const byNextWord = (members: readonly Member[]): Members => {
  const nexts = members.flatMap(({ words: [, next] }) => (next ? [next.folded] : []));
  const before = nexts.map((folded): [string, Member[]] => [
    folded,
    members.filter(({ words: [, next] }) => next === undefined || next.folded === folded),
  ]);
  return { alone: members.filter(({ words }) => words.length === 1), before: new Map(before) };
};

export const compileSynonyms = (table: SynonymTable): Synonyms => {
  const byFirst = new Map<string, Member[]>();
  for (const [concept, members] of Object.entries(table))
    for (const spelling of [concept, ...members]) {
      const words = tokenize(spelling);
      const first = words[0];
      if (first) byFirst.set(first.folded, [...(byFirst.get(first.folded) ?? []), { words, concept }]);
    }
  return new Map([...byFirst].map(([first, members]) => [first, byNextWord(members)]));
};

const sameWord = (wanted: Token, token: Token | undefined): boolean =>
  token?.folded === wanted.folded && (token.accented === wanted.accented || !hasDiacritic(token));

/** Every concept that the tokens name, in order, each once. */
export const conceptsIn = (tokens: readonly Token[], synonyms: Synonyms): ReadonlySet<string> => {
  const found = new Set<string>();
  tokens.forEach((token, at) => {
    const members = synonyms.get(token.folded);
    if (members === undefined) return;
    const next = tokens[at + 1]?.folded ?? '';
    for (const { words, concept } of members.before.get(next) ?? members.alone)
      if (words.every((wanted, offset) => sameWord(wanted, tokens[at + offset]))) found.add(concept);
  });
  return found;
};
