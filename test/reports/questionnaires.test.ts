import { describe, expect, it } from '@jest/globals';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import { extractFacts } from '../../reports/extract-facts.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { CONTACT_QUESTIONS, REQUIRED_ANSWERS } from '../../reports/questionnaires/contact.ts';
import { nextQuestion } from '../../reports/questionnaires/next-question.ts';
import { answerFrom } from '../../reports/questionnaires/prefill.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Category } from '../../reports/report.ts';
import { CATEGORIES } from '../../reports/report.ts';
import { NOW } from './report-builder.ts';

/** Walks a questionnaire to its end; `answer` gives a value, or null to skip. */
function walk(
  category: Category,
  answer: (question: Question) => string | null,
  known: Readonly<Record<string, string>> = {},
): { asked: string[]; counters: string[] } {
  const questionnaire = questionnaireFor(category);
  const answers: Record<string, string> = { ...known };
  const skipped: string[] = [];
  const asked: string[] = [];
  const counters: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    const next = nextQuestion(questionnaire, { answers, skipped, asked });
    if (next.done) return { asked, counters };
    asked.push(next.question.id);
    counters.push(`${next.n}/${next.of}`);
    const value = answer(next.question);
    if (value === null && next.question.required !== true) skipped.push(next.question.id);
    else answers[next.question.id] = value ?? 'không nhớ';
  }
  throw new Error(`The questionnaire of ${category} does not end`);
}

const firstChoice = (question: Question) => question.choices?.[0]?.value ?? 'một câu trả lời';

describe.each(CATEGORIES)('the questions about %s', (category) => {
  const { questions } = questionnaireFor(category);

  it('are of this category, each id once', () => {
    expect(questionnaireFor(category).category).toBe(category);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('ask what, when and where, and whether and how to be reached, and require nothing else', () => {
    const required = questions.filter((question) => question.required === true).map(({ id }) => id);
    expect([...required].sort()).toEqual([...REQUIRED_ANSWERS, 'reach'].sort());
    expect(
      questions
        .slice(-CONTACT_QUESTIONS.length)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...CONTACT_QUESTIONS].sort());
    expect(questions[0]?.id).toBe('what');
  });

  it('are short, kind and answerable by button or words', () => {
    for (const question of questions) {
      expect(question.ask.length).toBeLessThanOrEqual(200);
      expect(question.ask).toMatch(/[?.]$/);
      expect(question.label.length).toBeLessThanOrEqual(32);
      if (question.kind === 'choice') expect(question.choices?.length).toBeGreaterThanOrEqual(2);
      for (const choice of question.choices ?? [])
        expect(Array.from(choice.title).length).toBeLessThanOrEqual(20);
    }
  });

  it('never ask for an OTP, a password or a card’s secret', () => {
    for (const { ask } of questions)
      expect(ask).not.toMatch(/(?:gửi|cho|nhập|đọc)[^.?]*(?:của bạn)?[^.?]*(?:mã OTP|mật khẩu) của bạn/i);
  });

  it('refer only to questions asked before', () => {
    const before = new Set<string>();
    for (const question of questions) {
      if (question.onlyIf !== undefined) expect(before).toContain(question.onlyIf.question);
      before.add(question.id);
    }
  });

  it('never come to more than 12, whoever answers everything', () => {
    expect(walk(category, firstChoice).asked.length).toBeLessThanOrEqual(12);
    expect(
      walk(category, (question) => (question.id === 'reach' ? 'chat' : firstChoice(question))).asked.length,
    ).toBeLessThanOrEqual(12);
  });

  it('end after the required ones for whoever skips everything else', () => {
    const { asked } = walk(category, (question) => (question.id === 'reach' ? 'anonymous' : null));
    expect(asked).toEqual(expect.arrayContaining(['what', 'when', 'where', 'reach']));
    expect(asked).not.toContain('phone');
  });

  it('count up to what was promised', () => {
    const { counters } = walk(category, (question) =>
      question.id === 'reach' ? 'anonymous' : firstChoice(question),
    );
    const last = counters.at(-1) ?? '';
    expect(last).toBe(`${counters.length}/${counters.length}`);
  });
});

describe('a questionnaire', () => {
  it('says nothing twice: what was told in one message is not asked', () => {
    const told =
      'Hôm qua tầm 9h tối có người gọi điện xưng công an, em chuyển 15tr vào stk 0123456789 MB NGUYEN VAN AN, số nó 0912 345 678';
    const facts = [extractFacts(told, NOW)];
    const known = questionnaireFor('C01').questions.flatMap((question) => {
      const answer = answerFrom(question, facts);
      return answer === null ? [] : [{ id: question.id, ...answer }];
    });
    const values = Object.fromEntries(known.map(({ id, value }) => [id, value]));
    expect(Object.fromEntries(known.map(({ id, text }) => [id, text]))).toEqual({
      when: '21:00 ngày 21/11/2026',
      where: 'Gọi điện',
      money: '15.000.000đ',
      account: '0123456789 – MB – NGUYEN VAN AN',
      traces: '0912 345 678',
    });
    const { asked } = walk(
      'C01',
      (question) => (question.id === 'reach' ? 'anonymous' : firstChoice(question)),
      { what: told, ...values },
    );
    expect(asked).toEqual(['given', 'for-whom', 'reported', 'wish', 'evidence', 'reach']);
  });

  it('asks for a number only of those who want to be called, and for a name by itself while the whole is short', () => {
    const askedWith = (reach: string) =>
      walk('C06', (question) => (question.id === 'reach' ? reach : firstChoice(question))).asked;
    expect(askedWith('contact').slice(-2)).toEqual(['reach', 'phone']);
    expect(askedWith('chat').at(-1)).toBe('reach');
    expect(askedWith('anonymous').at(-1)).toBe('reach');
    const told = { what: 'x', when: 'x', where: 'x', poster: 'x', spread: 'x' };
    const chat = (question: Question) => (question.id === 'reach' ? 'chat' : firstChoice(question));
    expect(walk('C06', chat, told).asked.slice(-2)).toEqual(['reach', 'name']);
  });

  it('asks personal things last, after consent can be given', () => {
    for (const category of CATEGORIES) {
      const ids = questionnaireFor(category).questions.filter((question) => question.personal === true);
      for (const { id } of ids) expect([...CONTACT_QUESTIONS, 'person']).toContain(id);
    }
  });

  it.each(['C07', 'C08', 'C11'] as const)(
    'asks for no intimate picture about %s, and says so where it asks for files',
    (category) => {
      const { questions, opening } = questionnaireFor(category);
      const files = questions.filter(({ kind }) => kind === 'evidence');
      for (const { ask } of files) expect(ask).toMatch(/Xin đừng gửi ảnh, clip nhạy cảm/);
      expect(files).toHaveLength(category === 'C11' ? 0 : 1);
      expect(opening).toMatch(
        /Không cần gửi cho tôi ảnh nhạy cảm|đừng gửi ảnh, clip nhạy cảm|đừng tải về hay gửi lại/,
      );
    },
  );

  it('offers the extra questions only while the whole stays short', () => {
    const { asked } = walk('C01', firstChoice);
    expect(asked).not.toContain('wish');
  });
});

describe('how many questions are put to somebody', () => {
  const median = (numbers: readonly number[]): number =>
    [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  const chat = (question: Question) => (question.id === 'reach' ? 'chat' : firstChoice(question));
  const asked = (known: Readonly<Record<string, string>>): number[] =>
    CATEGORIES.map((category) => walk(category, chat, known).asked.length);

  it.each([
    ['whose first message tells what, when and where', { what: 'x', when: 'x', where: 'x' }, 6],
    ['who tells everything step by step and skips nothing', {}, 8],
  ])('%s', (_who, known, usual) => {
    expect(median(asked(known))).toBeLessThanOrEqual(usual);
    expect(Math.max(...asked(known))).toBeLessThanOrEqual(12);
  });
});

describe('categories', () => {
  it.each(CATEGORIES)('%s has names that fit buttons and lists', (category) => {
    const { name, button, shortName, defaultUrgency } = CATEGORY_INFO[category];
    expect(Array.from(button).length).toBeLessThanOrEqual(20);
    expect(Array.from(shortName).length).toBeLessThanOrEqual(24);
    expect(name.length).toBeGreaterThan(10);
    expect(defaultUrgency).toMatch(/^P[1-3]$/);
  });
});
