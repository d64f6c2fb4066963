import { hasDiacritic } from './tokens.ts';
import type { Token } from './tokens.ts';

/** How often words with their diacritics stand alone and beside their neighbours, learned from texts that have them. */
export type DiacriticCounts = {
  learn: (tokens: readonly Token[]) => void;
  /** The same words; one typed without diacritics carries the form that it most likely stands for. */
  guess: (tokens: readonly Token[]) => Token[];
};

/** A form seen this often beside a neighbour weighs as much as one seen everywhere. */
const NEIGHBOUR_WEIGHT = 4;

/** How often one form was seen, alone and by the folded words beside it. */
type Seen = { alone: number; left: Map<string, number>; right: Map<string, number> };

const count = (counts: Map<string, number>, word: string): void => {
  counts.set(word, (counts.get(word) ?? 0) + 1);
};

const likeliest = (forms: ReadonlyMap<string, Seen>, left: string, right: string): string | null => {
  let [best, most] = [null as string | null, 0];
  for (const [form, seen] of forms) {
    const near = (seen.left.get(left) ?? 0) + (seen.right.get(right) ?? 0);
    const score = Math.log(1 + seen.alone) + NEIGHBOUR_WEIGHT * Math.log(1 + near);
    if (score > most) [best, most] = [form, score];
  }
  return best;
};

export const createDiacriticCounts = (): DiacriticCounts => {
  const byFolded = new Map<string, Map<string, Seen>>();
  const seenAs = ({ folded, accented }: Token): Seen => {
    const forms = byFolded.get(folded) ?? new Map<string, Seen>();
    const seen = forms.get(accented) ?? { alone: 0, left: new Map(), right: new Map() };
    if (seen.alone === 0) byFolded.set(folded, forms.set(accented, seen));
    return seen;
  };
  return {
    learn: (tokens) => {
      for (const [at, token] of tokens.entries()) {
        const seen = seenAs(token);
        seen.alone += 1;
        count(seen.left, tokens[at - 1]?.folded ?? '');
        count(seen.right, tokens[at + 1]?.folded ?? '');
      }
    },
    guess: (tokens) =>
      tokens.map((token, at) => {
        const forms = hasDiacritic(token) ? undefined : byFolded.get(token.folded);
        const form = forms && likeliest(forms, tokens[at - 1]?.folded ?? '', tokens[at + 1]?.folded ?? '');
        return form ? { ...token, guess: form } : token;
      }),
  };
};
