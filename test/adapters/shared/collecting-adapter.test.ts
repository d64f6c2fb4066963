import { describe, expect, it } from '@jest/globals';
import { TurnContext } from 'botbuilder-core';
import { ZaloAdapter } from '../../../adapters/zalo/adapter.ts';

const reference = {
  channelId: 'zalo',
  serviceUrl: 'zalo',
  conversation: { id: '1:2', isGroup: false, conversationType: 'personal', name: '' },
  user: { id: '2', name: '' },
  bot: { id: '1', name: '' },
};

describe('a turn that no message started', () => {
  it('runs in the conversation of the reference and gives back what was said', async () => {
    const said = await new ZaloAdapter().continueTurn(reference, async (context) => {
      expect(context.activity).toMatchObject({
        type: 'event',
        from: { id: '2' },
        conversation: { id: '1:2' },
      });
      await context.sendActivity('Tin của bạn đã được tiếp nhận');
    });
    expect(said).toMatchObject([{ text: 'Tin của bạn đã được tiếp nhận', recipient: { id: '2' } }]);
  });

  it('runs through both ways that libraries know', async () => {
    const adapter = new ZaloAdapter();
    let turns = 0;
    const logic = () => {
      turns += 1;
      return Promise.resolve();
    };
    await adapter.continueConversation(reference, logic);
    await adapter.continueConversationAsync('app', reference, logic);
    await adapter.continueConversationAsync('app', reference, 'audience', logic);
    expect(turns).toBe(3);
    await expect(adapter.continueConversationAsync('app', reference, 'audience')).rejects.toThrow(
      'needs its logic',
    );
  });
});

describe('the collecting adapter', () => {
  it('takes no words outside a turn', async () => {
    const adapter = new ZaloAdapter();
    const context = new TurnContext(adapter, { type: 'message', ...reference });
    await expect(context.sendActivity('x')).rejects.toThrow('outside a collected turn');
  });

  it('passes a failure of its middleware on, also when an error handler took it', async () => {
    const adapter = new ZaloAdapter();
    adapter.onTurnError = () => Promise.resolve();
    adapter.use(() => Promise.reject(new Error('State could not be loaded')));
    await expect(adapter.continueTurn(reference, () => Promise.resolve())).rejects.toThrow(
      'State could not be loaded',
    );
  });

  it('keeps the apology of an error handler to itself: a failed turn says nothing', async () => {
    const adapter = new ZaloAdapter();
    adapter.onTurnError = async (context) => {
      await context.sendActivity('Xin lỗi');
    };
    const turn = adapter.continueTurn(reference, () => Promise.reject(new Error('Dialog broke')));
    await expect(turn).rejects.toThrow('Dialog broke');
  });
});
