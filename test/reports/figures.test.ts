import { describe, expect, it } from '@jest/globals';
import type { FigureRow } from '../../reports/figures.ts';
import { countFigures } from '../../reports/figures.ts';

const SENT = new Date('2026-11-22T01:00:00Z');
const row = (overrides: Partial<FigureRow> & { readonly afterMinutes?: number } = {}): FigureRow => {
  const { afterMinutes, ...rest } = overrides;
  const respondedAt = afterMinutes === undefined ? null : new Date(SENT.getTime() + afterMinutes * 60_000);
  return {
    category: 'C01',
    urgency: 'P2',
    status: 'new',
    channel: 'zalo',
    createdAt: SENT,
    respondedAt,
    ...rest,
  };
};

const countOf = <Key extends string>(counts: readonly { key: Key; count: number }[], wanted: Key) =>
  counts.find(({ key }) => key === wanted)?.count;

describe('the periodic figures', () => {
  it('count each report once in each table, and tell zeros', () => {
    const figures = countFigures([
      row(),
      row({ category: 'C08', urgency: 'P1', channel: 'messenger', status: 'closed' }),
    ]);
    expect(figures.total).toBe(2);
    expect(countOf(figures.byCategory, 'C08')).toBe(1);
    expect(countOf(figures.byCategory, 'C10')).toBe(0);
    for (const table of [figures.byCategory, figures.byUrgency, figures.byStatus, figures.byChannel]) {
      expect(table.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    }
  });

  it.each<[string, number[], number | null, number | null]>([
    ['nobody responded', [], null, null],
    ['one response', [30], 30, 30],
    ['an even number', [10, 20, 30, 400], 20, 400],
    ['ten', [1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000], 5, 9],
  ])('the first response: %s', (_name, minutes, median, ninth) => {
    const figures = countFigures([row(), ...minutes.map((afterMinutes) => row({ afterMinutes }))]);
    expect(figures.responses[0]).toEqual({
      urgency: null,
      responded: minutes.length,
      waiting: 1,
      medianMinutes: median,
      ninthTenthMinutes: ninth,
    });
  });

  it('response times stand for each urgency that occurs, and no other', () => {
    const { responses } = countFigures([row({ urgency: 'P0', afterMinutes: 3 }), row({ urgency: 'P3' })]);
    expect(responses.map(({ urgency }) => urgency)).toEqual([null, 'P0', 'P3']);
  });
});
