import { describe, expect, it } from '@jest/globals';
import { turnInput } from '../../../dialogs/turn-input.ts';
import { answerHandover } from '../../../reports/handover.ts';
import { repeat, roadsOfEachTest, said } from '../../support/road.ts';
import { until } from '../../support/until.ts';

describe('What happens beside the words of a resident', () => {
  const { open } = roadsOfEachTest();

  it('a person who answers in the platform’s own window pauses the bot', async () => {
    const seen: unknown[] = [];
    const { toy, receive } = await open(async (context) => {
      seen.push(turnInput(context).handover?.status ?? null);
      await repeat(context);
    });
    await receive(said('u1', 'một'));
    await until('answered', () => toy.sent.length === 1);
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'hai'));
    await until('the second turn', () => seen.length === 2);
    expect(seen).toEqual([null, 'open']);
  });

  it('the thread handed back ends that pause, but not a talk in which an officer has written', async () => {
    const seen: unknown[] = [];
    const { toy, receive } = await open(async (context) => {
      const { handover, work, now } = turnInput(context);
      seen.push(handover?.status ?? null);
      if (handover !== null && context.activity.text === 'cán bộ viết') {
        const change = answerHandover(handover, { text: 'Chào bạn', staffId: 's1', now });
        if (change.ok) work.handovers.save(change.handover);
      }
      await repeat(context);
    });
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'một'));
    await receive(said('u1', '', { kind: 'handback' }), said('u1', 'hai'));
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'cán bộ viết'));
    await receive(said('u1', '', { kind: 'handback' }), said('u1', 'ba'));
    await until('all turns', () => toy.sent.length === 4);
    expect(seen).toEqual(['open', null, 'open', 'open']);
  });

  it('what a resident mends in a talk is told to the officer; otherwise an edit changes nothing', async () => {
    const seen: unknown[] = [];
    const { toy, receive } = await open(async (context) => {
      seen.push(turnInput(context).handover?.messages.map(({ text }) => text) ?? null);
      await repeat(context);
    });
    await receive(said('u1', 'sửa', { kind: 'edit' }), said('u1', 'một'));
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'số nhà 12', { kind: 'edit' }));
    await receive(said('u1', 'hai'));
    await until('both turns', () => toy.sent.length === 2);
    expect(seen).toEqual([null, ['(sửa lại tin trước) số nhà 12']]);
  });

  it('a reaction opens the window for what waited, and is not answered', async () => {
    const { toy, receive, collections } = await open(repeat);
    toy.windowIs = 'closed';
    await receive(said('u1', 'một'));
    await until('held', async () => (await collections.outbox.countDocuments({ status: 'held' })) === 1);
    toy.windowIs = 'open';
    await receive(said('u1', '', { kind: 'presence' }));
    await until('it is sent', () => toy.sent.length === 1);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: một']);
  });
});
