import { z } from 'zod';

const expectSchema = z.string().regex(/^(intent:[a-z]+|[a-z0-9]+(-[a-z0-9]+)*)$/);

/** One labelled question: what a resident wrote, in which style, and what would be a right reaction. */
export const questionSchema = z.object({
  id: z.string().min(1),
  q: z.string(),
  style: z.string().min(1),
  kind: z.enum(['article', 'intent', 'out_of_scope', 'attack']),
  /** Slugs of right articles, the best first; `intent:<route>` for a dialog. */
  expect: z.array(expectSchema),
});

export type Question = z.infer<typeof questionSchema>;

/** A line of a question file that is not a question. */
export class QuestionFileError extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`Question file ${file}, line ${line}, cannot be read: ${reason}`);
    this.name = 'QuestionFileError';
  }
}

/** The questions of a JSON-lines text. @throws QuestionFileError */
export const parseQuestions = (file: string, text: string): Question[] =>
  text
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      let parsed: unknown;
      try {
        parsed = JSON.parse(line);
      } catch {
        throw new QuestionFileError(file, number, 'it is not JSON');
      }
      const result = questionSchema.safeParse(parsed);
      if (!result.success)
        throw new QuestionFileError(file, number, result.error.issues[0]?.message ?? 'unknown');
      return result.data;
    });
