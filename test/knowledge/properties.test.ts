import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideNow } from '../../knowledge/answer-chain.ts';
import { ROUTES } from '../../knowledge/decision.ts';
import { stripPersonal } from '../../knowledge/strip-personal.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const kb = writtenKnowledge();
const knownWords = [
  'lừa',
  'chuyển tiền',
  'otp',
  'cong an',
  'zalo',
  'bị hack', // "hack" is the residents' own word
  'không',
  'm k',
  '0912345678',
  'http://a.vip',
];

const sensible = (message: string): void => {
  const decision = decideNow(kb, message);
  expect(ROUTES).toContain(decision.route);
  expect(decision.slug === null || kb.articles.has(decision.slug)).toBe(true);
  expect(decision.slug !== null).toBe(decision.route === 'answer' || decision.route === 'sos');
  for (const { slug, score } of decision.candidates) {
    expect(kb.articles.has(slug)).toBe(true);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
};

describe('any input at all', () => {
  it('gets a sensible decision and never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), sensible), { numRuns: 150 });
  });

  it('made of our own words in any order and with any sign between gets one too', () => {
    const mixture = fc.array(fc.oneof(fc.constantFrom(...knownWords), fc.string({ maxLength: 6 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(mixture, (parts) => sensible(parts.join(' '))),
      { numRuns: 150 },
    );
  });

  it.each([
    ['nothing', '', 'unknown'],
    ['blanks', ' \n\t ', 'unknown'],
    ['pictures', '😭😭😭🙏', 'unknown'],
    ['one sign', '?', 'unknown'],
    ['control characters', '\u0000\u0007\u001b[31m', 'unknown'],
    ['a sum of money', '20 triệu', 'unknown'],
    ['three figures', '123', 'unknown'],
    ['a phone number', '0912345678', 'check'],
    ['another script', 'привет как дела', 'unknown'],
  ])('%s: %j → %s', (_, message, route) => {
    expect(decideNow(kb, message).route).toBe(route);
  });

  it('ten thousand characters are decided in well under a second', () => {
    const startedAt = performance.now();
    sensible('em bị lừa tiền trên mạng xã hội không biết làm sao '.repeat(200));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('how a question is typed', () => {
  const questions = kb.articles.get('co-lay-lai-duoc-tien')?.phrasings ?? [];

  it('composed or decomposed, in capitals or not, leads to the same decision', () => {
    const forms = [
      (text: string) => text.normalize('NFD'),
      (text: string) => text.toUpperCase(),
      (text: string) => `  ${text}!!! `,
    ];
    for (const question of questions)
      for (const form of forms) {
        const [asTyped, otherwise] = [decideNow(kb, question), decideNow(kb, form(question))];
        expect([otherwise.route, otherwise.slug]).toEqual([asTyped.route, asTyped.slug]);
      }
  });

  it('word for word as a phrasing stands gives its article', () => {
    for (const [slug, article] of kb.articles)
      expect(decideNow(kb, article.phrasings[0] ?? '').candidates.map((found) => found.slug)).toContain(slug);
  });
});

describe('what names a person', () => {
  it('leaves no long number behind, whatever stands around it', () => {
    const number = fc.tuple(
      fc.constantFrom('0', '84', '19'),
      fc.integer({ min: 10_000_000, max: 99_999_999 }),
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        number,
        fc.string({ maxLength: 20 }),
        (before, digits, after) => {
          expect(stripPersonal(`${before} ${digits.join('')} ${after}`)).not.toContain(String(digits[1]));
        },
      ),
    );
  });
});
