import { describe, expect, it } from '@jest/globals';
import { createLaneStorage } from '../../../bot/road/lane-storage.ts';

const key = 'zalo/conversations/lane-1/';

describe('Dialog state of a turn', () => {
  it('is what the turn before it saved', async () => {
    const storage = createLaneStorage();
    storage.open('lane-1', null);
    await storage.write({ [key]: { step: 'asking', eTag: '*' } });
    const saved = storage.close('lane-1');
    storage.open('lane-1', saved);
    expect(await storage.read([key])).toEqual({ [key]: { step: 'asking', eTag: '*' } });
  });

  it('is a copy: what a dialog keeps in its hands changes nothing that was saved', async () => {
    const storage = createLaneStorage();
    storage.open('lane-1', null);
    const item = { steps: ['one'] };
    await storage.write({ [key]: item });
    item.steps.push('two');
    expect(await storage.read([key])).toEqual({ [key]: { steps: ['one'] } });
  });

  it('cannot be used outside its turn', async () => {
    const storage = createLaneStorage();
    storage.open('lane-1', null);
    storage.close('lane-1');
    await expect(async () => storage.read([key])).rejects.toThrow('outside its turn');
    expect(() => storage.close('lane-1')).toThrow('closed twice');
  });

  it('is forgotten when deleted, and refuses what is no saved state', async () => {
    const storage = createLaneStorage();
    storage.open('lane-1', null);
    await storage.write({ [key]: { step: 'asking' } });
    await storage.delete([key]);
    expect(storage.close('lane-1')).toBe('{}');
    expect(() => storage.open('lane-1', '[1]')).toThrow();
  });
});
