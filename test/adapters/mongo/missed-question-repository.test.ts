import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMissedQuestionRepository } from '../../../adapters/mongo/missed-question-repository.ts';
import type { MissedQuestionRepository } from '../../../knowledge/missed-question-repository.ts';
import { LATER, NOW, nextId } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

describe('questions without an answer', () => {
  let database: TestDatabase;
  let questions: MissedQuestionRepository;
  beforeAll(async () => {
    database = await openTestDatabase();
    questions = createMissedQuestionRepository(database.db, { newId: nextId, clock: () => LATER });
  });
  afterAll(() => database.close());

  const ask = async (question: string): Promise<void> => {
    await questions.add({ question, offered: ['sos-chuyen-tien'], at: NOW, kbVersion: 'v1' });
  };

  it('are listed newest first until somebody settles them', async () => {
    await ask('câu một');
    await ask('câu hai');
    const [newest, oldest] = await questions.listOpen(10);
    expect(newest).toMatchObject({
      question: 'câu hai',
      offered: ['sos-chuyen-tien'],
      at: NOW,
      kbVersion: 'v1',
    });
    expect(oldest?.question).toBe('câu một');
    expect(await questions.listOpen(1)).toHaveLength(1);
    expect(await questions.settle(newest?.id ?? '', { kind: 'phrasing', slug: 'x' }, 'binh')).toBe(true);
    expect((await questions.listOpen(10)).map(({ question }) => question)).toEqual(['câu một']);
  });

  it('are settled once', async () => {
    await ask('câu ba');
    const [question] = await questions.listOpen(1);
    const settle = () => questions.settle(question?.id ?? '', { kind: 'dismissed' }, 'binh');
    expect([await settle(), await settle()]).toEqual([true, false]);
    expect(await questions.settle('nobody asked', { kind: 'dismissed' }, 'binh')).toBe(false);
  });
});
