import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { FACT_TABLES, factsToReview } from '../../knowledge/fact-review.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { loadContent } from '../../knowledge/load-content.ts';

const { facts } = loadContent(fileURLToPath(new URL('../../knowledge', import.meta.url)));
const checked = { confidence: 'A', lastVerifiedAt: '2026-01-10', verifiedBy: 'Bình', source: 'báo' } as const;
const hotline = (id: string, overrides: Partial<Facts['hotlines'][number]> = {}) => ({
  ...checked,
  id,
  number: '113',
  name: id,
  useWhen: 'khi cần',
  ...overrides,
});
const EMPTY: Facts = { hotlines: [], banks: [], agencies: [], sites: [], laws: [], fines: [] };

describe('facts that staff look through', () => {
  it('every row of every table is there once', () => {
    const rows = factsToReview(facts, '2026-11-22');
    const wanted = FACT_TABLES.flatMap((table) => facts[table].map(({ id }) => `${table} ${id}`));
    expect(rows.map(({ table, id }) => `${table} ${id}`).sort()).toEqual(wanted.sort());
  });

  it('what falls due first stands first; a number is due before a law of the same day', () => {
    const law = { ...checked, id: 'luat', name: 'Luật', summary: '', validFrom: '2026-01-01', validTo: null };
    const late = hotline('late', { lastVerifiedAt: '2026-05-01' });
    const rows = factsToReview({ ...EMPTY, hotlines: [late, hotline('early')], laws: [law] }, '2026-06-01');
    expect(rows.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['early', '2026-04-10'],
      ['luat', '2026-07-09'],
      ['late', '2026-07-30'],
    ]);
  });

  it.each<[string, Facts, string | null]>([
    ['an unconfirmed number', { ...EMPTY, hotlines: [hotline('x', { confidence: 'C' })] }, 'unconfirmed'],
    [
      'a fine that no legal officer signed',
      { ...EMPTY, fines: [{ ...checked, id: 'x', law: 'luat', text: 'phạt', reviewed: false }] },
      'unsigned',
    ],
    [
      'a law that ended',
      {
        ...EMPTY,
        laws: [
          { ...checked, id: 'x', name: 'Luật', summary: '', validFrom: '2020-01-01', validTo: '2026-01-01' },
        ],
      },
      'expired',
    ],
    ['a confirmed number', { ...EMPTY, hotlines: [hotline('x')] }, null],
  ])('%s is marked', (_name, table, withheld) => {
    expect(factsToReview(table, '2026-11-22')[0]?.withheld).toBe(withheld);
  });
});
