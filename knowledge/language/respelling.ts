import { z } from 'zod';
import { hasDiacritic, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * Spellings that stand for other words: `{ from: [ko, hông], to: không }`. Several words may stand for several. With
 * `amongDiacritics`, only in a text typed with diacritics: elsewhere "chi" may as well be "chị" or "chỉ".
 */
export const respellingsSchema = z.array(
  z.strictObject({
    from: z.array(z.string().trim().min(1)).min(1),
    to: z.string().trim().min(1),
    amongDiacritics: z.boolean().default(false),
  }),
);

export type Respelling = z.input<typeof respellingsSchema>[number];

type Rule = { from: readonly Token[]; to: readonly Token[]; amongDiacritics: boolean };

/** Rules by the folded first word, those with more words first. */
export type Respellings = ReadonlyMap<string, readonly Rule[]>;

/** Where two lists give the same spelling, the later one counts. */
export const compileRespellings = (lists: readonly (readonly Respelling[])[]): Respellings => {
  const byFirst = new Map<string, Map<string, Rule>>();
  for (const { from, to, amongDiacritics = false } of lists.flat())
    for (const spelling of from) {
      const rule = { from: tokenize(spelling), to: tokenize(to), amongDiacritics };
      const first = rule.from[0];
      if (!first) continue;
      const key = rule.from.map((token) => token.accented).join(' ');
      byFirst.set(first.folded, (byFirst.get(first.folded) ?? new Map<string, Rule>()).set(key, rule));
    }
  const longestFirst = (rules: ReadonlyMap<string, Rule>): Rule[] =>
    [...rules.values()].sort((a, b) => b.from.length - a.from.length);
  return new Map([...byFirst].map(([first, rules]) => [first, longestFirst(rules)]));
};

/** One word must be typed as the table has it; several in a row are clear enough without diacritics too. */
const fits = (rule: Rule, tokens: readonly Token[], start: number): boolean =>
  start + rule.from.length <= tokens.length &&
  rule.from.every((wanted, offset) => {
    const token = tokens[start + offset];
    if (token === undefined) return false;
    if (token.accented === wanted.accented) return true;
    return rule.from.length > 1 && token.folded === wanted.folded && !hasDiacritic(token);
  });

/** The tokens with every known spelling replaced, longest first, each word looked at once. `accented`: see `isAccented`. */
export const respell = (tokens: readonly Token[], respellings: Respellings, accented: boolean): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const rule = respellings
      .get(token.folded)
      ?.find((candidate) => (accented || !candidate.amongDiacritics) && fits(candidate, tokens, at));
    if (rule) {
      out.push(...rule.to);
      at += rule.from.length;
    } else {
      out.push(token);
      at += 1;
    }
  }
  return out;
};
