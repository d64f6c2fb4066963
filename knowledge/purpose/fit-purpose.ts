import type { Content } from '../content.ts';
import { withoutDiacritics } from '../evaluation/noise.ts';
import type { Entry } from '../index/entry.ts';
import { entriesOf } from '../knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { normalise } from '../steps/normalise.ts';
import type { Examples } from './examples.ts';
import { learnWeights } from './learn-weights.ts';
import type { Lesson, Weights } from './learn-weights.ts';
import { purposeFeaturesOf } from './purpose-features.ts';
import { WEIGHT_STEP } from './purpose-model.ts';
import type { PurposeModel } from './purpose-model.ts';

/** A message is nearer to what residents send than a phrasing. */
const SHARE = { message: 2, phrasing: 1 } as const;
const WITHOUT_DIACRITICS_SHARE = 0.5;
/** A weight below this is none, and features that speak less than so for any purpose are left out. */
const LEAST_WEIGHT = 0.5;
const LEAST_LOUDEST = 1.5;

type Purposes = Pick<PurposeModel, 'calm' | 'urgent'>;

/** The purpose of an entry. The emergency numbers are asked for calmly: only messages are urgent there. */
const purposeOf = ({ kind, id }: Entry): string => {
  if (kind === 'refusal') return 'refuse';
  return kind === 'out_of_scope' ? 'out_of_scope' : id;
};

const isUrgent = (kb: KnowledgeBase, { kind, id }: Entry): boolean =>
  kind === 'article' && kb.article(id)?.group === 'sos';

/** Each article is a purpose of its own: what is asked about one has little in common with what is asked about another. */
const purposesOf = (kb: KnowledgeBase, entries: readonly Entry[], examples: Examples): Purposes => {
  const calm = entries.filter((entry) => !isUrgent(kb, entry)).map(purposeOf);
  const urgent = entries.filter((entry) => isUrgent(kb, entry)).map(purposeOf);
  return {
    calm: [...new Set([...calm, ...examples.calm.keys()])],
    urgent: [...new Set([...urgent, ...examples.urgent.keys()])],
  };
};

const lessonsFrom = (
  kb: KnowledgeBase,
  entries: readonly Entry[],
  examples: Examples,
  { calm, urgent }: Purposes,
): Lesson[] => {
  const calmOne = (name: string): number[] => [calm.indexOf(name)];
  const urgentOne = (name: string): number[] => [calm.length + urgent.indexOf(name)];
  const lesson = (text: string, right: readonly number[], share: number): Lesson => ({
    features: purposeFeaturesOf(normalise(kb, text).words),
    right,
    share,
  });
  const lessonsOf = (text: string, right: readonly number[], share: number): Lesson[] => {
    const plain = withoutDiacritics(text);
    const asTyped = lesson(text, right, share);
    return plain === text.toLowerCase()
      ? [asTyped]
      : [asTyped, lesson(plain, right, share * WITHOUT_DIACRITICS_SHARE)];
  };
  const all = (texts: readonly string[], right: readonly number[], share: number): Lesson[] =>
    texts.flatMap((text) => lessonsOf(text, right, share));
  return [
    ...entries.flatMap((entry) => {
      const right = (isUrgent(kb, entry) ? urgentOne : calmOne)(purposeOf(entry));
      return all(entry.phrasings, right, SHARE.phrasing);
    }),
    ...[...examples.calm].flatMap(([name, texts]) => all(texts, calmOne(name), SHARE.message)),
    ...[...examples.urgent].flatMap(([name, texts]) => all(texts, urgentOne(name), SHARE.message)),
    ...all(examples.notUrgent, [...calm.keys()], SHARE.message),
  ];
};

const tenthsOf = (weight: number): number => Math.round(weight / WEIGHT_STEP);

/** A feature's row as it is kept: the numbers of the purposes that it says something about, each with its weight. */
const rowOf = ({ rows }: Weights, start: number, width: number): number[] | null => {
  const row = [...rows.subarray(start, start + width)];
  if (!row.some((weight) => Math.abs(weight) >= LEAST_LOUDEST)) return null;
  return row.flatMap((weight, purpose) =>
    Math.abs(weight) >= LEAST_WEIGHT ? [purpose, tenthsOf(weight)] : [],
  );
};

/**
 * What messages and all phrasings teach about what a message is for; `kb` is made from the same content, its own model is
 * not asked. `today` is YYYY-MM-DD. Takes two to three minutes. The same content gives the same model.
 */
export const fitPurpose = (
  kb: KnowledgeBase,
  content: Content,
  examples: Examples,
  today: string,
): PurposeModel => {
  const entries = entriesOf(content);
  const purposes = purposesOf(kb, entries, examples);
  const width = purposes.calm.length + purposes.urgent.length;
  const learned = learnWeights(lessonsFrom(kb, entries, examples, purposes), width);
  const weights = learned.features.flatMap((name, at) => {
    const row = rowOf(learned, at * width, width);
    return row === null ? [] : [[name, row] as const];
  });
  return {
    fittedAt: today,
    ...purposes,
    bias: [...learned.bias].map(tenthsOf),
    weights: Object.fromEntries(weights),
  };
};
