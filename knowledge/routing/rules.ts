import { z } from 'zod';
import type { Respellings } from '../language/respelling.ts';
import type { Token } from '../language/tokens.ts';
import { createPhraseReader, isSaid, phrasesSchema } from './phrases.ts';
import type { Phrases, WordClasses } from './phrases.ts';

export const YIELDING = ['never', 'seldom', 'easily'] as const;

export type Yielding = (typeof YIELDING)[number];

/** A rule fires when each line of `all` is met by one of its phrases, in any order, and no line of `none` is. */
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** What the rule leads to: an article, a route or a refusal, by the file it stands in. */
  to: z.string().trim().min(1),
  all: z.array(phrasesSchema).min(1),
  none: z.array(phrasesSchema).default([]),
  /** Longest message, in words, that the rule speaks about. */
  maxWords: z.number().int().positive().optional(),
  /** How readily the rule gives way to an article of another matter that the search is sure of. */
  givesWay: z.enum(YIELDING).default('seldom'),
});

export const ruleFileSchema = z.strictObject({ rules: z.array(ruleSchema).min(1) });

export type RuleFile = z.infer<typeof ruleFileSchema>;

export type Rule = {
  id: string;
  to: string;
  all: readonly Phrases[];
  none: readonly Phrases[];
  maxWords: number;
  givesWay: Yielding;
};

/** Rules ready for messages that were respelled by the same list. @throws UnknownClassError */
export const compileRules = (file: RuleFile, classes: WordClasses, respellings: Respellings): Rule[] => {
  const read = createPhraseReader(classes, respellings);
  return file.rules.map(({ id, to, all, none, maxWords, givesWay }) => ({
    id,
    to,
    all: all.map((line) => read([line], false, id)),
    none: none.map((line) => read([line], true, id)),
    maxWords: maxWords ?? Infinity,
    givesWay,
  }));
};

/** The words of a message for lines that must be met, and for those that must not: there a slip means nothing else. */
type Heard = { tokens: readonly Token[]; plain: readonly Token[] };

const hear = (tokens: readonly Token[]): Heard => ({
  tokens,
  plain: tokens.map((token): Token => (token.maybe ? { ...token, maybe: [] } : token)),
});

const fires = (rule: Rule, { tokens, plain }: Heard): boolean =>
  tokens.length <= rule.maxWords &&
  rule.all.every((line) => isSaid(tokens, line)) &&
  !rule.none.some((line) => isSaid(plain, line));

/** The first rule that fires, in the order of the file, or null. */
export const firstRule = (rules: readonly Rule[], tokens: readonly Token[]): Rule | null => {
  const heard = hear(tokens);
  return rules.find((rule) => fires(rule, heard)) ?? null;
};

/** Where all the rules that fire lead to. */
export const targetsOf = (rules: readonly Rule[], tokens: readonly Token[]): ReadonlySet<string> => {
  const heard = hear(tokens);
  return new Set(rules.filter((rule) => fires(rule, heard)).map(({ to }) => to));
};
