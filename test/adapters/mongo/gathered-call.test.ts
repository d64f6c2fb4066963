import { describe, expect, it } from '@jest/globals';
import { MongoNetworkError } from 'mongodb';
import { createGatheredCall } from '../../../adapters/mongo/gathered-call.ts';
import { until } from '../../support/until.ts';

/** A call that doubles numbers and tells which it was given at once; `held` calls end when they are let go. */
function doubling(options: { readonly refuse?: (items: readonly number[]) => Error | null } = {}) {
  const calls: number[][] = [];
  const act = (items: readonly number[]): Promise<number[]> => {
    calls.push([...items]);
    const refused = options.refuse?.(items) ?? null;
    return refused === null ? Promise.resolve(items.map((item) => item * 2)) : Promise.reject(refused);
  };
  const call = createGatheredCall<number, number>({
    alone: async (item) => (await act([item]))[0] ?? Number.NaN,
    together: act,
    maxTogether: 4,
    maxUnderWay: 1,
  });
  return { call, calls };
}

describe('A gathered call', () => {
  it('goes alone when nothing else is asked', async () => {
    const { call, calls } = doubling();
    expect(await call(1)).toBe(2);
    expect(await call(2)).toBe(4);
    expect(calls).toEqual([[1], [2]]);
  });

  it('takes together what is asked at the same time, each with its own result, and no more than it may', async () => {
    const { call, calls } = doubling();
    expect(await Promise.all([1, 2, 3, 4, 5].map((item) => call(item)))).toEqual([2, 4, 6, 8, 10]);
    expect(calls).toEqual([[1, 2, 3, 4], [5]]);
  });

  it('does each alone when several at once are refused, so that a bad one harms no other', async () => {
    const { call, calls } = doubling({ refuse: (items) => (items.includes(2) ? new Error('bad') : null) });
    const results = await Promise.allSettled([1, 2, 3].map((item) => call(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(calls).toEqual([[1, 2, 3], [1], [2], [3]]);
    expect(await call(4)).toBe(8);
  });

  it('that hangs lets the next go beside it, each with half as many, so that they never hold everybody', async () => {
    const sizes: number[] = [];
    let letGo: () => void = () => undefined;
    const free = new Promise<void>((resolve) => (letGo = resolve));
    const hang = async (items: readonly number[]): Promise<readonly number[]> => {
      sizes.push(items.length);
      await free;
      return items;
    };
    const call = createGatheredCall<number, number>({
      alone: async (item) => (await hang([item]))[0] ?? Number.NaN,
      together: hang,
      maxTogether: 4,
      maxUnderWay: 1,
    });
    const asked = Array.from({ length: 10 }, (_, item) => call(item));
    await until('a fourth call is made', () => sizes.length === 4);
    expect(sizes).toEqual([4, 2, 1, 1]);
    letGo();
    expect(await Promise.all(asked)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('asks nobody again when the database went away: what happened is not known', async () => {
    const { call, calls } = doubling({ refuse: () => new MongoNetworkError('gone') });
    const results = await Promise.allSettled([1, 2].map((item) => call(item)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toEqual([[1, 2]]);
  });
});
