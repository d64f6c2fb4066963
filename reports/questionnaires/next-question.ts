import type { Question, Questionnaire } from './questionnaire.ts';

/** More are never put to anybody. */
const QUESTIONS_MAX = 12;

/** Up to this many, questions marked `extra` are asked too. */
const SHORT_ENOUGH = 6;

/** How far a resident is. */
export interface QuestionnaireProgress {
  /** Value of each answer by question id, whether asked or understood from a free message. */
  readonly answers: Readonly<Partial<Record<string, string>>>;
  /** Ids of what they did not want to answer. */
  readonly skipped: readonly string[];
  /** Ids of what was put to them so far. */
  readonly asked: readonly string[];
}

export type NextQuestion =
  | { readonly done: true }
  | { readonly done: false; readonly question: Question; readonly n: number; readonly of: number };

/** The question to ask now, with "n/of" for the resident; done when nothing that matters is open. */
export function nextQuestion(questionnaire: Questionnaire, progress: QuestionnaireProgress): NextQuestion {
  const open = openQuestions(questionnaire, progress);
  const [question] = open;
  if (question === undefined) return { done: true };
  const askedBefore = progress.asked.filter((id) => id !== question.id).length;
  return { done: false, question, n: askedBefore + 1, of: askedBefore + open.length };
}

/** What would still be asked, in order, if nothing more were understood by itself. */
export function openQuestions(
  questionnaire: Questionnaire,
  progress: QuestionnaireProgress,
): readonly Question[] {
  const unanswered = questionnaire.questions.filter((question) => isOpen(question, progress));
  const open = unanswered.filter(
    (question) =>
      question.required === true || !isAskedWithAnother(question, unanswered, questionnaire, progress),
  );
  const asked = progress.asked.filter((id) => !open.some((question) => question.id === id)).length;
  const main = open.filter(({ extra }) => extra !== true);
  const extras = open
    .filter(({ extra }) => extra === true)
    .slice(0, Math.max(0, SHORT_ENOUGH - asked - main.length));
  const chosen = open.filter((question) => main.includes(question) || extras.includes(question));
  const room = Math.max(0, QUESTIONS_MAX - asked);
  const required = chosen.filter((question) => question.required === true);
  const others = chosen
    .filter((question) => question.required !== true)
    .slice(0, Math.max(0, room - required.length));
  return chosen.filter((question) => required.includes(question) || others.includes(question));
}

function isOpen(question: Question, { answers, skipped }: QuestionnaireProgress): boolean {
  if (answers[question.id] !== undefined) return false;
  if (question.required !== true && skipped.includes(question.id)) return false;
  const condition = question.onlyIf;
  if (condition === undefined) return true;
  const value = answers[condition.question];
  return value !== undefined && condition.is.includes(value);
}

/** Whether another question asks for it in the same breath; if it brings nothing, nobody asks a second time. */
function isAskedWithAnother(
  { id }: Question,
  unanswered: readonly Question[],
  { questions }: Questionnaire,
  { asked }: QuestionnaireProgress,
): boolean {
  const other = questions.find(({ together }) => together?.question === id);
  return other !== undefined && (unanswered.includes(other) || asked.includes(other.id));
}

/** The words of a question: while the one that it may answer as well is unanswered too, they ask for both. */
export function askOf({ ask, together }: Question, { answers, skipped }: QuestionnaireProgress): string {
  const asksBoth =
    together !== undefined &&
    answers[together.question] === undefined &&
    !skipped.includes(together.question);
  return asksBoth ? together.ask : ask;
}
