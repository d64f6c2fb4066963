import { describe, expect, it } from '@jest/globals';
import { createDraftBox } from '../../dialogs/draft.ts';
import { guessesIn, withoutStack } from '../../dialogs/kept-state.ts';
import { readMemory } from '../../dialogs/memory.ts';

const DAY_MS = 24 * 3_600_000;
const begun = new Date('2026-11-22T02:00:00Z');

const draft = () => {
  const box = createDraftBox(null, begun);
  return box.begin({ id: 'r1', category: 'C01', told: [] });
};

describe('what a conversation keeps', () => {
  it.each([
    [6.9, true],
    [7.1, false],
  ])('a draft after %d days: kept is %s', (days, kept) => {
    const later = new Date(begun.getTime() + days * DAY_MS);
    expect(createDraftBox(JSON.parse(JSON.stringify(draft())), later).current() !== null).toBe(kept);
  });

  it.each([null, undefined, 'text', { id: 7 }, []])('%j is no draft', (stored) => {
    expect(createDraftBox(stored, begun).current()).toBeNull();
  });

  it.each([null, 'text', { askSerial: 'x' }])('memory from %j starts anew', (stored) => {
    expect(readMemory(stored)).toMatchObject({ greeted: false, askSerial: 0 });
  });

  it('after a failed turn the stack goes and the rest stays', () => {
    const saved = JSON.stringify({
      'zalo/conversations/a/': { dialogs: { x: 1 }, draft: { y: 2 }, memory: { z: 3 } },
    });
    expect(JSON.parse(withoutStack(saved))).toEqual({
      'zalo/conversations/a/': { draft: { y: 2 }, memory: { z: 3 } },
    });
  });

  it.each([
    ['who guessed nothing', {}, null],
    [
      'who guessed wrong',
      { tracking: { failures: 2, blockedUntil: null } },
      { failures: 2, blockedUntil: null },
    ],
    [
      'who has to wait',
      { tracking: { failures: 5, blockedUntil: '2026-11-22T03:00:00.000Z' } },
      { failures: 5, blockedUntil: '2026-11-22T03:00:00.000Z' },
    ],
  ])('of somebody %s who withdraws only that stays', (_who, guessed, tracking) => {
    const memory = { lastSent: { code: 'K7M4-RX9C', at: begun.toISOString() }, ...guessed };
    const saved = JSON.stringify({ 'zalo/conversations/a/': { dialogs: {}, draft: draft(), memory } });
    const kept = guessesIn(saved);
    expect(kept === null ? null : JSON.parse(kept)).toEqual(
      tracking === null ? null : { 'zalo/conversations/a/': { memory: { tracking } } },
    );
  });
});
