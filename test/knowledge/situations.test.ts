import { describe, expect, it } from '@jest/globals';
import { decideNow } from '../../knowledge/answer-chain.ts';
import { createRandom, withoutDiacritics, withTypos } from '../../knowledge/evaluation/noise.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';
import { isMet, readSituations, sentencesOf } from './situation-table.ts';

const kb = writtenKnowledge();
const PER_TEMPLATE = 6;
const TYPO_SHARE = 0.2;

/** Least share of sentences that must come out right, as written and as typed worse. */
const FLOORS = [
  { table: 'urgent', written: 0.97, plain: 0.95, mistyped: 0.85 },
  { table: 'wishes', written: 0.96, plain: 0.95, mistyped: 0.85 },
  { table: 'calm', written: 0.95, plain: 0.92, mistyped: 0.8 },
  { table: 'outside', written: 0.95, plain: 0.95, mistyped: 0.9 },
] as const;

describe.each(FLOORS)(
  'what people say in the situations of $table',
  ({ table, written, plain, mistyped }) => {
    const { slots, situations } = readSituations(table);

    describe.each(situations)('$id', (situation) => {
      const sentences = sentencesOf(situation, slots, PER_TEMPLATE, createRandom(5));
      const slips = createRandom(77);

      it.each([
        ['as written', written, (text: string) => text],
        ['without diacritics', plain, withoutDiacritics],
        ['with slips in every fifth word', mistyped, (text: string) => withTypos(text, TYPO_SHARE, slips)],
      ] as const)('is understood %s', (_, floor, type) => {
        const typed = sentences.map(type);
        const missed = typed.filter((sentence) => !isMet(situation, decideNow(kb, sentence)));
        const allowed = Math.floor(typed.length * (1 - floor));
        expect(missed.slice(0, Math.max(0, missed.length - allowed))).toEqual([]);
      });
    });
  },
);
