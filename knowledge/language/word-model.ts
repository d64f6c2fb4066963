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

/** A form that was learned: how its word is written, how often it was seen, and how often others followed it. */
type Form = { word: string; seen: number; followers: Map<string, number> };

/** A reading of the words up to one of them: its last form, how likely it is (a logarithm), what came before. */
type Path = { form: string; score: number; before: Path | null };

const best = (paths: readonly Path[]): Path | null =>
  paths.reduce<Path | null>((found, path) => (found && found.score >= path.score ? found : path), null);

const formsAlong = (path: Path | null): string[] => {
  const forms: string[] = [];
  for (let at = path; at !== null; at = at.before) forms.push(at.form);
  return forms.reverse();
};

export const createWordModel = (): WordModel => {
  const forms = new Map<string, Set<string>>();
  const learned = new Map<string, Form>();
  let total = 0;

  const learnForm = (form: string, word: string): Form => {
    const known = learned.get(form) ?? { word, seen: 0, followers: new Map<string, number>() };
    if (known.seen === 0) learned.set(form, known);
    known.seen += 1;
    return known;
  };

  const likelihood = (before: string, form: string): number => {
    const left = learned.get(before);
    const seen = left?.seen ?? 0;
    const trust = seen / (seen + TRUST_FROM);
    const following = left ? (left.followers.get(form) ?? 0) / seen : 0;
    return Math.log(trust * following + ((1 - trust) * ((learned.get(form)?.seen ?? 0) + 0.5)) / (total + 1));
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
    isKnown: (form) => learned.has(form),
    spelled: (form) => learned.get(form)?.word,
    read: (candidates) => {
      let paths: Path[] = [];
      for (const choices of candidates) paths = choices.map((choice) => extend(paths, choice));
      return formsAlong(best(paths));
    },
    learn: (tokens) => {
      let before = learnForm('', '');
      for (const { word, folded, accented } of tokens) {
        const known = forms.get(folded);
        if (known) known.add(accented);
        else forms.set(folded, new Set([accented]));
        before.followers.set(accented, (before.followers.get(accented) ?? 0) + 1);
        before = learnForm(accented, word);
        total += 1;
      }
    },
  };
};
