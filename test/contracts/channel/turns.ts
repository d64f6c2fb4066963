import { describe, expect, it } from '@jest/globals';
import type { ContractScene } from './scene.ts';

/** A turn collects what is said and sends nothing itself. */
export function turnsContract(scene: ContractScene): void {
  describe('a turn', () => {
    const turn = () => scene.activityOf(scene.wire.text('Xin chào', 'm-1'))!;

    it('gives back what was said, in order, and sends nothing', async () => {
      const said = await scene.channel.adapter.runTurn(turn(), async (context) => {
        await context.sendActivity('Một');
        await context.sendActivities([
          { type: 'typing' },
          { type: 'trace', value: { secret: 1 } },
          { text: 'Hai' },
        ]);
        await context.sendActivity({ type: 'endOfConversation' });
      });
      expect(said.map(({ text }) => text)).toEqual(['Một', 'Hai']);
      expect(scene.platform.calls).toEqual([]);
    });

    it('answers every activity with an id', async () => {
      await scene.channel.adapter.runTurn(turn(), async (context) => {
        const ids = await context.sendActivities([{ text: 'Một' }, { type: 'trace' }, { text: 'Hai' }]);
        expect(ids).toHaveLength(3);
        expect(ids[1]).toEqual({ id: '' });
      });
    });

    it('passes its failure on, also when an error handler apologised', async () => {
      const fail = () => Promise.reject(new Error('Dialog broke'));
      await expect(scene.channel.adapter.runTurn(turn(), fail)).rejects.toThrow('Dialog broke');
      scene.channel.adapter.onTurnError = async (context) => {
        await context.sendActivity('Xin lỗi');
      };
      await expect(scene.channel.adapter.runTurn(turn(), fail)).rejects.toThrow('Dialog broke');
    });

    it('turns at the same time do not mix their words', async () => {
      const speak = (word: string) =>
        scene.channel.adapter.runTurn(turn(), async (context) => {
          for (let index = 0; index < 5; index += 1) await context.sendActivity(`${word}${index}`);
        });
      const [a, b] = await Promise.all([speak('a'), speak('b')]);
      expect(a.map(({ text }) => text)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
      expect(b.map(({ text }) => text)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
    });

    it('cannot change or take back what was said', async () => {
      await scene.channel.adapter.runTurn(turn(), async (context) => {
        await expect(context.updateActivity({ id: 'x', text: 'y' })).rejects.toThrow('not possible');
        await expect(context.deleteActivity('x')).rejects.toThrow('not possible');
      });
    });
  });
}
