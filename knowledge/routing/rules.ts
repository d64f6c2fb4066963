import { z } from 'zod';
import { hasDiacritic, tokenize } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

export const YIELDING = ['never', 'seldom', 'easily'] as const;

export type Yielding = (typeof YIELDING)[number];

/**
 * Rules that officers can read. `sets` names lists of phrases; a rule fires when each line of `all` is met by one of its
 * phrases, in any order, and no line of `none` is. `a | b` are alternatives, `@name` is a set, `…` stands for up to four
 * words. A word typed without diacritics meets the word with them, but for `word!` and for single words in `none`:
 * alone and without diacritics, "quà" could be any "qua".
 */
const phrasesSchema = z.string().trim().min(1);
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

export const ruleFileSchema = z.strictObject({
  sets: z.record(z.string(), z.array(phrasesSchema).min(1)).default({}),
  rules: z.array(ruleSchema).min(1),
});

export type RuleFile = z.infer<typeof ruleFileSchema>;

type Part = { token: Token; strict: boolean } | 'gap';
type Phrase = readonly Part[];
type Line = readonly Phrase[];

export type Rule = {
  id: string;
  to: string;
  all: readonly Line[];
  none: readonly Line[];
  maxWords: number;
  givesWay: Yielding;
};

const LONGEST_GAP = 4;

const phraseOf = (text: string, strictAlone: boolean): Phrase => {
  const words = text.split(/\s+/);
  return words.flatMap((word): Part[] => {
    if (word === '…') return ['gap'];
    const strict = word.endsWith('!') || (strictAlone && words.length === 1);
    return tokenize(word.normalize('NFC')).map((token) => ({ token, strict }));
  });
};

/** A name that no set has. */
export class UnknownSetError extends Error {
  constructor(name: string, rule: string) {
    super(`Rule ${rule} names the set @${name}, which does not exist`);
    this.name = 'UnknownSetError';
  }
}

const lineOf = (text: string, sets: RuleFile['sets'], rule: string, strictAlone: boolean): Line =>
  text.split('|').flatMap((alternative): Line => {
    const phrase = alternative.trim();
    if (!phrase.startsWith('@')) return [phraseOf(phrase, strictAlone)];
    const name = phrase.slice(1);
    const set = sets[name];
    if (!set) throw new UnknownSetError(name, rule);
    return set.flatMap((line) => lineOf(line, sets, rule, strictAlone));
  });

/** @throws UnknownSetError */
export const compileRules = (file: RuleFile): Rule[] =>
  file.rules.map(({ id, to, all, none, maxWords, givesWay }) => ({
    id,
    to,
    all: all.map((line) => lineOf(line, file.sets, id, false)),
    none: none.map((line) => lineOf(line, file.sets, id, true)),
    maxWords: maxWords ?? Infinity,
    givesWay,
  }));

const meets = (token: Token, wanted: Token, strict: boolean): boolean =>
  token.folded === wanted.folded
    ? token.accented === wanted.accented ||
      (!hasDiacritic(token) && (!strict || token.guess === wanted.accented))
    : !strict && token.maybe?.includes(wanted.folded) === true;

const standsAt = (tokens: readonly Token[], at: number, phrase: Phrase, from: number): boolean => {
  const part = phrase[from];
  if (part === undefined) return true;
  if (part === 'gap') {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1)
      if (standsAt(tokens, at + skipped, phrase, from + 1)) return true;
    return false;
  }
  const token = tokens[at];
  return (
    token !== undefined && meets(token, part.token, part.strict) && standsAt(tokens, at + 1, phrase, from + 1)
  );
};

/** Where each folded word stands. */
type Places = ReadonlyMap<string, readonly number[]>;

const placesOf = (tokens: readonly Token[]): Places => {
  const places = new Map<string, number[]>();
  tokens.forEach(({ folded, maybe = [] }, at) => {
    for (const word of [folded, ...maybe]) {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  });
  return places;
};

/** The words of a message for lines that must be met, and for those that must not: there a slip means nothing else. */
type Heard = { tokens: readonly Token[]; places: Places; plain: readonly Token[]; plainPlaces: Places };

const hear = (tokens: readonly Token[]): Heard => {
  const plain = tokens.map((token): Token => (token.maybe ? { ...token, maybe: [] } : token));
  return { tokens, places: placesOf(tokens), plain, plainPlaces: placesOf(plain) };
};

const lineMeets = (tokens: readonly Token[], places: Places, line: Line): boolean =>
  line.some((phrase) => {
    const [first] = phrase;
    if (first === undefined || first === 'gap') return false;
    return places.get(first.token.folded)?.some((at) => standsAt(tokens, at, phrase, 0)) ?? false;
  });

const fires = (rule: Rule, { tokens, places, plain, plainPlaces }: Heard): boolean =>
  tokens.length <= rule.maxWords &&
  rule.all.every((line) => lineMeets(tokens, places, line)) &&
  !rule.none.some((line) => lineMeets(plain, plainPlaces, line));

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
