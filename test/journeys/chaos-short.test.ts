import { expect, it } from '@jest/globals';
import { runChaos } from '../chaos/run-chaos.ts';
import { SHORT } from '../chaos/sizes.ts';
import { verdictRows } from '../chaos/verdict.ts';

it('kills of programs and of the database lose nothing, double nothing and file every report once', async () => {
  const result = await runChaos({ ...SHORT, onProgress: () => undefined });
  expect(result.kills).toBe(SHORT.kills);
  expect(result.conversationsCompared).toBeGreaterThanOrEqual(SHORT.people);
  expect(result.reports.filed).toBe(SHORT.reports);
  expect(verdictRows(result).filter(({ count, must }) => must !== null && count !== must)).toEqual([]);
}, 300_000);
