import { describe, expect, it } from '@jest/globals';
import { createUuidV7 } from '../../bot/uuid-v7.ts';

describe('Ids that grow with time', () => {
  it('have the form of a UUID of version 7', () => {
    const id = createUuidV7(() => new Date('2026-11-22T00:00:00Z'))();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-22T00:00:00Z'));
  });

  it('grow within one millisecond, past the counter, and when the clock steps back', () => {
    let nowMs = Date.parse('2026-11-22T00:00:00Z');
    const next = createUuidV7(() => new Date(nowMs));
    const ids = Array.from({ length: 5_000 }, next);
    nowMs -= 60_000;
    ids.push(next(), next());
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
