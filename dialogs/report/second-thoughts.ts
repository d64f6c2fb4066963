import { partsOf, readCorrection } from '../../reports/parsing/correction.ts';
import type { Correction } from '../../reports/parsing/correction.ts';
import { extractFacts } from '../../reports/extract-facts.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { REACH } from '../../reports/questionnaires/contact.ts';
import type { Question, QuestionKind } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { answeredQuestions } from './questions-of.ts';
import { exchanged, holdsValue, SAID, valuesIn, withoutValues } from './values-in.ts';
import type { Value } from './values-in.ts';
import { behindIs, isNamed, wordsBeside } from './what-it-is-called.ts';

export interface Change {
  readonly question: Question;
  readonly to: Value;
}

/** What a message does to what was said before. */
export type SecondThought =
  /** Lines whose new value is plain; a message that says more than that belongs into the story too. */
  | { readonly kind: 'change'; readonly changes: readonly Change[]; readonly saysMore: boolean }
  /** One of these lines is meant (none: any), and it is not plain which one, or as what; whether a value was said. */
  | { readonly kind: 'ask'; readonly questions: readonly Question[]; readonly holdsValue: boolean };

/** Which lines may be meant, and how plainly it must be said. */
export interface Scope {
  readonly questions: readonly Question[];
  /** Whether values are enough, where nothing says that they put something right. */
  readonly mayBeBare?: boolean;
  /** Whether words that put something right, and not plainly what, are left to the question that is asked. */
  readonly onlyPlain?: boolean;
  /** The question whose answer the words may be instead. */
  readonly open?: Question;
}

/** Words that tell something beside a value: from more on a story is told. */
const MOST_WORDS_BESIDE = 6;
const MOST_WORDS_BESIDE_UNSURE = 2;
const FEWEST_WORDS_KEPT = 4;

/** The same digits may be a number of any of these kinds. */
const NUMBERS: readonly QuestionKind[] = ['account', 'phone', 'text', 'link'];
const areRivals = ({ kind }: Question, other: Question): boolean =>
  kind === other.kind || (NUMBERS.includes(kind) && NUMBERS.includes(other.kind));

/** The lines that may be corrected: all that was answered but the story and the files. */
export const correctable = (draft: Draft): Question[] =>
  answeredQuestions(draft).filter(({ id, kind }) => id !== 'what' && kind !== 'evidence');

/** The same and what was left open, where it is called by its name. */
export function fillable(draft: Draft): Question[] {
  const mayBeNamed = draft.answers['reach']?.value !== REACH.anonymous;
  const open = questionnaireFor(draft.category ?? 'C99').questions.filter(
    ({ id, kind }) =>
      draft.answers[id] === undefined &&
      (kind === 'money' || kind === 'account' || (id === 'name' && mayBeNamed)),
  );
  return [...correctable(draft), ...open];
}

/** What these words put right, or null where they do nothing of the kind. Beside an open question it must be plain. */
export function readSecondThought(draft: Draft, text: string, now: Date, scope: Scope): SecondThought | null {
  const read = readCorrection(text);
  const { open, questions, mayBeBare = false, onlyPlain = false } = scope;
  if (open === undefined) {
    const said = read ?? (mayBeBare ? { right: [text], wrong: null, isSure: true } : null);
    if (said === null) return null;
    const thought = readAmong({ draft, text, now, questions, said, isBare: read === null });
    return onlyPlain && thought?.kind === 'ask' && thought.questions.length !== 1 ? null : thought;
  }
  if (read === null || open.id === 'what') return null;
  const mayAnswer = read.wrong === null && valuesIn(open, read.right.join(', '), now, null).length > 0;
  const others = questions.filter(
    (question) => question.id !== open.id && !(mayAnswer && areRivals(question, open)),
  );
  const thought = readAmong({ draft, text, now, questions: others, said: read, isBare: false });
  const isOneLine = thought?.kind === 'ask' && thought.questions.length === 1 && open.kind !== 'text';
  return thought?.kind === 'change' || isOneLine ? thought : null;
}

interface Reading {
  readonly draft: Draft;
  readonly text: string;
  readonly now: Date;
  readonly questions: readonly Question[];
  readonly said: Correction;
  readonly isBare: boolean;
}

interface Found {
  readonly question: Question;
  readonly values: readonly Value[];
}

function readAmong(reading: Reading): SecondThought | null {
  const { draft, text, now, questions, said, isBare } = reading;
  const answered = questions.filter(({ id }) => draft.answers[id] !== undefined);
  const folded = foldedWords(text);
  const named = questions.filter((question) => isNamed(question, folded));
  const beside = wordsBeside(text, questions, now);
  const valued = (some: readonly Question[]): Found[] =>
    some
      .map((question) => ({ question, values: valuesOf(reading, question, named.includes(question)) }))
      .filter(({ values }) => values.length > 0);
  if (said.wrong !== null) {
    const meant = denied(draft, answered, said.wrong, now);
    return meant.length === 0 ? null : decide(meant, valued(meant), beside);
  }
  const found = valued(answered);
  if (isBare) {
    const filled = valued(named.filter((question) => !answered.includes(question)));
    // digits alone may be whoever's: their own number as well
    const isPlain = named.length > 0 || extractFacts(text, now).phones.length === 0;
    const all = isPlain && beside === 0 ? [...found, ...filled] : [];
    return all.length === 0 ? null : decide([], all, beside);
  }
  const meant = named.length > 0 ? named : found.map(({ question }) => question);
  const isLong = beside > MOST_WORDS_BESIDE;
  if (meant.length === 0)
    return isLong || !said.isSure
      ? null
      : { kind: 'ask', questions: [], holdsValue: isWorthKeeping(text, beside, now) };
  const values = valued(meant);
  if (values.length === 0 && isLong) return null;
  // what else is said is lost to no line: it stays in the story
  const others = found.filter(({ question }) => !meant.some((one) => areRivals(one, question)));
  return decide(meant, values, beside + others.length * FEWEST_WORDS_KEPT);
}

const isWorthKeeping = (text: string, beside: number, now: Date): boolean =>
  beside >= FEWEST_WORDS_KEPT || foldedWords(withoutValues(text, now)) !== foldedWords(text);

function decide(meant: readonly Question[], found: readonly Found[], beside: number): SecondThought {
  const saysMore = beside >= FEWEST_WORDS_KEPT;
  if (found.length === 0) return { kind: 'ask', questions: meant, holdsValue: saysMore };
  const changes = found.flatMap(({ question, values: [to, ...others] }) =>
    to === undefined || others.length > 0 ? [] : [{ question, to }],
  );
  const isContested = found.some(({ question }, index) =>
    found.slice(index + 1).some((other) => areRivals(question, other.question)),
  );
  if (isContested || changes.length < found.length)
    return { kind: 'ask', questions: found.map(({ question }) => question), holdsValue: true };
  return { kind: 'change', changes, saysMore };
}

/** The new values for one line, from where they likeliest stand. */
function valuesOf(
  { draft, now, questions, said: { right, wrong, isSure } }: Reading,
  question: Question,
  isCalled: boolean,
): readonly Value[] {
  const current = draft.answers[question.id] ?? null;
  const most = isSure || isCalled ? MOST_WORDS_BESIDE : MOST_WORDS_BESIDE_UNSURE;
  for (const words of right) {
    const values = valuesIn(question, words, now, current);
    if (values.length === 0) continue;
    const clauses = partsOf(words).filter((part) => valuesIn(question, part, now, current).length > 0);
    return clauses.some((part) => wordsBeside(part, questions, now) > most) ? [] : values;
  }
  const [words] = right;
  if (words === undefined || question.kind !== 'text') return [];
  if (wrong === null) {
    const behind = behindIs(words);
    return isCalled && behind !== words ? [{ value: SAID, text: behind }] : [];
  }
  const text = current === null ? null : exchanged(current.text, wrong, behindIs(words));
  return text === null || text === current?.text ? [] : [{ value: SAID, text }];
}

/** The lines in which this stands, else those in which something of the kind does. */
function denied(draft: Draft, questions: readonly Question[], wrong: string, now: Date): Question[] {
  const standing = questions.filter((question) => {
    const current = draft.answers[question.id];
    if (current === undefined) return false;
    return holdsValue(question, wrong, now, current) || exchanged(current.text, wrong, '') !== null;
  });
  if (standing.length > 0) return standing;
  return questions.filter((question) => valuesIn(question, wrong, now, null).length > 0);
}
