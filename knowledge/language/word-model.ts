import type { Token } from './tokens.ts';

/** A word that may be meant, with its form as compared (see `toneLast`) and how far typing it so is to be doubted. */
export type Candidate = { form: string; doubt: number };

/** How often words with their diacritics stand alone and after one another, learned from texts that have them. */
export type WordModel = {
  learn: (tokens: readonly Token[]) => void;
  /** Forms that were learned for a word without its diacritics; empty for an unknown one. */
  formsOf: (folded: string) => ReadonlySet<string>;
  isKnown: (form: string) => boolean;
  /** How the form is written; undefined for an unknown one. */
  spelled: (form: string) => string | undefined;
  /** The likeliest forms, one for each list of candidates: what was learned weighed against the doubts. */
  read: (candidates: readonly (readonly Candidate[])[]) => string[];
};

/** A word seen this often tells as much by what followed it as all words together. */
const TRUST_FROM = 30;
const NO_FORMS: ReadonlySet<string> = new Set();

/** A reading of the words up to one of them: its last form, how likely it is (a logarithm), what came before. */
type Path = { form: string; score: number; before: Path | null };

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const best = (paths: readonly Path[]): Path | null =>
  paths.reduce<Path | null>((found, path) => (found && found.score >= path.score ? found : path), null);

const formsAlong = (path: Path | null): string[] => {
  const forms: string[] = [];
  for (let at = path; at !== null; at = at.before) forms.push(at.form);
  return forms.reverse();
};

export const createWordModel = (): WordModel => {
  const forms = new Map<string, Set<string>>();
  const spellings = new Map<string, string>();
  const alone = new Map<string, number>();
  const pairs = new Map<string, number>();
  let total = 0;

  const likelihood = (before: string, form: string): number => {
    const seen = alone.get(before) ?? 0;
    const trust = seen / (seen + TRUST_FROM);
    const following = seen === 0 ? 0 : (pairs.get(`${before} ${form}`) ?? 0) / seen;
    return Math.log(trust * following + ((1 - trust) * ((alone.get(form) ?? 0) + 0.5)) / (total + 1));
  };

  const extend = (paths: readonly Path[], { form, doubt }: Candidate): Path => {
    let [before, score]: [Path | null, number] = [
      null,
      paths.length === 0 ? likelihood('', form) : -Infinity,
    ];
    for (const path of paths) {
      const reached = path.score + likelihood(path.form, form);
      if (reached > score) [before, score] = [path, reached];
    }
    return { form, score: score - doubt, before };
  };

  return {
    formsOf: (folded) => forms.get(folded) ?? NO_FORMS,
    isKnown: (form) => alone.has(form),
    spelled: (form) => spellings.get(form),
    read: (candidates) => {
      let paths: Path[] = [];
      for (const choices of candidates) paths = choices.map((choice) => extend(paths, choice));
      return formsAlong(best(paths));
    },
    learn: (tokens) => {
      let before = '';
      count(alone, before);
      for (const { word, folded, accented } of tokens) {
        const known = forms.get(folded);
        if (known) known.add(accented);
        else forms.set(folded, new Set([accented]));
        if (!spellings.has(accented)) spellings.set(accented, word);
        count(alone, accented);
        count(pairs, `${before} ${accented}`);
        total += 1;
        before = accented;
      }
    },
  };
};
