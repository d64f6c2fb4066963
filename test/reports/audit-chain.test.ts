import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { extendChain, verifyChain } from '../../reports/audit-chain.ts';
import type { AuditEntry } from '../../reports/ports.ts';
import { NOW } from './report-builder.ts';

const key = randomBytes(32);
const entries: AuditEntry[] = ['a', 'b', 'c', 'd'].map((subject) => ({
  at: NOW,
  staffId: 's-1',
  staffName: 'Bình',
  action: 'report-viewed',
  subject,
  detail: null,
}));

describe('the chain of the audit', () => {
  const links = extendChain(key, null, entries);

  it('counts from 1 and is whole', async () => {
    expect(links.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(await verifyChain(key, links)).toEqual({ ok: true, count: 4 });
    expect(await verifyChain(key, [])).toEqual({ ok: true, count: 0 });
  });

  it('extended later it is the same as made at once', () => {
    const first = extendChain(key, null, entries.slice(0, 2));
    expect([...first, ...extendChain(key, first.at(-1) ?? null, entries.slice(2))]).toEqual(links);
  });

  it.each([
    [
      'an entry was changed',
      () =>
        links.map((link, index) =>
          index === 2 ? { ...link, entry: { ...link.entry, subject: 'x' } } : link,
        ),
      3,
    ],
    ['an entry was removed', () => links.filter((_link, index) => index !== 1), 2],
    ['the first entry was removed', () => links.slice(1), 1],
    [
      'two entries were exchanged',
      () => [links[0], links[2], links[1], links[3]].flatMap((link) => link ?? []),
      2,
    ],
    [
      'an entry was rewritten with its hash by somebody without the key',
      () => {
        const forged = extendChain(randomBytes(32), links[0] ?? null, entries.slice(1));
        return [...links.slice(0, 1), ...forged];
      },
      2,
    ],
  ])('%s: noticed', async (_name, tampered, brokenAt) => {
    expect(await verifyChain(key, tampered())).toEqual({ ok: false, brokenAt });
  });
});
