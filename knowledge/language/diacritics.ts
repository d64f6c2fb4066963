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

export const createDiacriticCounts = (): DiacriticCounts => {
  const forms = new Map<string, Map<string, number>>();
  const beside = new Map<string, number>();
  const count = (key: string): void => {
    beside.set(key, (beside.get(key) ?? 0) + 1);
  };
  const seen = (key: string): number => beside.get(key) ?? 0;

  const likeliest = (known: ReadonlyMap<string, number>, left: string, right: string): string | null => {
    let [best, most] = [null as string | null, 0];
    for (const [form, alone] of known) {
      const near = seen(`${left} ${form}<`) + seen(`>${form} ${right}`);
      const score = Math.log(1 + alone) + NEIGHBOUR_WEIGHT * Math.log(1 + near);
      if (score > most) [best, most] = [form, score];
    }
    return best;
  };

  return {
    learn: (tokens) => {
      tokens.forEach(({ folded, accented }, at) => {
        const known = forms.get(folded) ?? new Map<string, number>();
        known.set(accented, (known.get(accented) ?? 0) + 1);
        forms.set(folded, known);
        count(`${tokens[at - 1]?.folded ?? ''} ${accented}<`);
        count(`>${accented} ${tokens[at + 1]?.folded ?? ''}`);
      });
    },
    guess: (tokens) =>
      tokens.map((token, at) => {
        const known = hasDiacritic(token) ? undefined : forms.get(token.folded);
        const form = known && likeliest(known, tokens[at - 1]?.folded ?? '', tokens[at + 1]?.folded ?? '');
        return form ? { ...token, guess: form } : token;
      }),
  };
};
