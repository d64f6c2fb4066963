import { describe, expect, it } from '@jest/globals';
import type { ContractScene } from './scene.ts';

const HOUR_MS = 3_600_000;

/** When the bot and officers may write. */
export function windowContract(scene: ContractScene): void {
  describe('the window', () => {
    const last = new Date('2026-11-20T08:00:00Z');
    const after = (hours: number) => scene.channel.window(last, new Date(last.getTime() + hours * HOUR_MS));

    it('is closed for one who never wrote', () => {
      expect(scene.channel.window(null, last)).toBe('closed');
    });
    it('is open right after a message and closed after a week', () => {
      expect(after(0)).toBe('open');
      expect(after(23.9)).toBe('open');
      expect(after(7 * 24 + 1)).toBe('closed');
    });
    it('only closes as time goes on', () => {
      const order = ['open', 'officer-only', 'closed'];
      const states = Array.from({ length: 200 }, (_, hour) => order.indexOf(after(hour)));
      expect(states).toEqual([...states].sort((a, b) => a - b));
    });
  });
}
