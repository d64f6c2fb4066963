import type { Db } from 'mongodb';
import { z } from 'zod';
import type { MissedQuestionRepository } from '../../knowledge/missed-question-repository.ts';
import { decode } from './decode.ts';

const COLLECTION = 'missedQuestions';
const LIST_MAX = 500;

const documentSchema = z.object({
  _id: z.string(),
  question: z.string(),
  offered: z.array(z.string()),
  at: z.date(),
  kbVersion: z.string(),
  settled: z
    .object({
      kind: z.enum(['phrasing', 'dismissed']),
      slug: z.string().nullable(),
      by: z.string(),
      at: z.date(),
    })
    .nullable(),
});

type QuestionDocument = z.infer<typeof documentSchema>;

/** Questions without an answer, in MongoDB. They hold no personal data when they come here. */
export function createMissedQuestionRepository(
  db: Db,
  options: { readonly newId: () => string; readonly clock: () => Date },
): MissedQuestionRepository {
  const questions = db.collection<QuestionDocument>(COLLECTION);
  return {
    add: async ({ question, offered, at, kbVersion }) => {
      await questions.insertOne({
        _id: options.newId(),
        question,
        offered: [...offered],
        at,
        kbVersion,
        settled: null,
      });
    },
    listOpen: async (limit) => {
      const found = await questions
        .find({ settled: null })
        .sort({ _id: -1 })
        .limit(Math.max(1, Math.min(LIST_MAX, limit)))
        .toArray();
      return found.map((document) =>
        decode(COLLECTION, documentSchema, document, ({ _id, settled: _settled, ...missed }) => ({
          id: _id,
          ...missed,
        })),
      );
    },
    settle: async (id, settlement, settledBy) => {
      const slug = settlement.kind === 'phrasing' ? settlement.slug : null;
      const settled = { kind: settlement.kind, slug, by: settledBy, at: options.clock() };
      const result = await questions.updateOne({ _id: id, settled: null }, { $set: { settled } });
      return result.matchedCount === 1;
    },
  };
}
