import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder-core';
import fc from 'fast-check';
import type { Channel, OutboundMessage, SendRequest } from '../../adapters/channel.ts';
import { codePointLength } from '../../adapters/split-text.ts';
import { nudgeContract } from './nudge-contract.ts';
import type { NudgeWire } from './nudge-contract.ts';
import { deadUrl, startPlatformStandIn } from './platform-stand-in.ts';
import type { PlatformStandIn, StandInAnswer } from './platform-stand-in.ts';

/** The wire of a platform, as far as the contract speaks it. Every webhook call is given with its true signature. */
export interface ChannelWire extends NudgeWire {
  readonly accountId: string;
  /** Longest text of one message, in code points. */
  readonly maxText: number;
  sign(body: string): Record<string, string>;
  text(words: string, messageId: string): string;
  /** The resident taps the button at `index` of a rendered message. */
  tap(message: OutboundMessage, index: number): string;
  echo(outboxId: string, messageId: string): string;
  /** A person wrote in the platform's own inbox. */
  takeover(): string;
  arrival(): string;
  location(latitude: number, longitude: number): string;
  unknown(): string;
  /** Another account's event on the same address. */
  foreign(): string;
  /** All words that the resident can read in a message, buttons included. */
  visible(message: OutboundMessage): { readonly text: string; readonly buttons: readonly string[] };
  /** Errors of the platform, one for each kind of outcome. */
  readonly errors: readonly (readonly [kind: string, answer: StandInAnswer])[];
}

const HOUR_MS = 3_600_000;

/** What every channel must keep, so that the road and the dialogs need not know which one it is. */
export function channelContract(name: string, wire: ChannelWire): void {
  describe(`${name} keeps the channel contract`, () => {
    let platform: PlatformStandIn;
    let channel: Channel;
    beforeAll(async () => {
      platform = await startPlatformStandIn();
      channel = wire.create(platform.url, 2_000);
    });
    beforeEach(() => {
      platform.calls.length = 0;
      platform.answer = wire.success;
    });
    afterAll(() => platform.close());

    const receive = (body: string, headers = wire.sign(body)) => channel.receive(Buffer.from(body), headers);
    const eventsOf = (body: string) => {
      const verdict = receive(body);
      if (!verdict.ok) throw new Error(`Refused: ${verdict.reason}`);
      return verdict.events;
    };
    const activityOf = (body: string) => channel.toActivity(eventsOf(body)[0]?.payload);
    const say = (text: string, titles: readonly string[] = []): Partial<Activity> => ({
      type: 'message',
      text,
      suggestedActions: {
        to: [],
        actions: titles.map((title, index) => ({ type: 'postBack', title, value: `do:${index}` })),
      },
    });

    describe('receiving', () => {
      it('a signed message is one event with its person and its key', () => {
        const [event, ...more] = eventsOf(wire.text('Xin chào', 'm-1'));
        expect(more).toEqual([]);
        expect(event).toMatchObject({
          kind: 'message',
          from: { accountId: wire.accountId, userId: wire.userId },
        });
        expect(event?.key).toContain('m-1');
      });

      it('a call without a signature is refused', () => {
        expect(receive(wire.text('Xin chào', 'm-1'), {})).toEqual({ ok: false, reason: 'signature' });
      });

      it('a call signed for another body is refused', () => {
        const headers = wire.sign(wire.text('Xin chào', 'm-1'));
        expect(receive(wire.text('Xin chao', 'm-1'), headers)).toEqual({ ok: false, reason: 'signature' });
      });

      it('a call is refused when any one byte of the text was altered', () => {
        const body = Buffer.from(wire.text('Tôi bị lừa', 'm-1'));
        const headers = wire.sign(body.toString());
        for (const offset of [body.indexOf('l'), body.indexOf('m-1'), body.length - 3]) {
          const altered = Buffer.from(body);
          altered[offset] = (altered[offset] ?? 0) ^ 1;
          expect(channel.receive(altered, headers).ok).toBe(false);
        }
      });

      it('no bytes and no headers make it throw', () => {
        const headers = wire.sign('{}');
        fc.assert(
          fc.property(fc.uint8Array({ maxLength: 300 }), fc.json(), (bytes, json) => {
            expect(channel.receive(Buffer.from(bytes), headers).ok).toBe(false);
            const verdict = receive(json);
            for (const event of verdict.ok ? verdict.events : []) channel.toActivity(event.payload);
          }),
          { numRuns: 200 },
        );
      });

      it('no stored payload makes it throw', () => {
        fc.assert(
          fc.property(fc.jsonValue(), (payload) => {
            expect(() => channel.toActivity(payload)).not.toThrow();
          }),
        );
      });

      it('a redelivery has the same key, another message another', () => {
        const first = eventsOf(wire.text('Xin chào', 'm-1'))[0]?.key;
        expect(eventsOf(wire.text('Xin chào', 'm-1'))[0]?.key).toBe(first);
        expect(eventsOf(wire.text('Xin chào', 'm-2'))[0]?.key).not.toBe(first);
      });

      it('our own message coming back is an echo and never a turn', () => {
        const body = wire.echo('outbox-1', 'm-9');
        expect(eventsOf(body)).toMatchObject([{ kind: 'echo', echo: { platformMessageId: 'm-9' } }]);
        expect(activityOf(body)).toBeNull();
      });

      it('what a person wrote in the inbox of the platform is a takeover of that conversation', () => {
        expect(eventsOf(wire.takeover())).toMatchObject([
          { kind: 'takeover', from: { accountId: wire.accountId, userId: wire.userId } },
        ]);
      });

      it('an event that is unknown is acknowledged and ignored', () => {
        expect(eventsOf(wire.unknown())).toMatchObject([{ kind: 'ignored' }]);
        expect(activityOf(wire.unknown())).toBeNull();
      });

      it('an event of another account is ignored', () => {
        expect(eventsOf(wire.foreign())).toMatchObject([{ kind: 'ignored', from: null }]);
      });

      it('an arrival is greeted through a conversation update', () => {
        expect(eventsOf(wire.arrival())).toMatchObject([{ kind: 'arrival', from: { userId: wire.userId } }]);
        expect(activityOf(wire.arrival())).toMatchObject({
          type: 'conversationUpdate',
          from: { id: wire.userId },
          membersAdded: [{ id: wire.userId }],
        });
      });
    });

    describe('understanding', () => {
      it('words arrive as NFC, however they were typed', () => {
        const activity = activityOf(wire.text('Tôi bị lừa đảo'.normalize('NFD'), 'm-1'));
        expect(activity).toMatchObject({
          type: 'message',
          text: 'Tôi bị lừa đảo'.normalize('NFC'),
          from: { id: wire.userId },
          recipient: { id: wire.accountId },
          conversation: { id: `${wire.accountId}:${wire.userId}` },
        });
        expect(activity).not.toHaveProperty('locale');
      });

      it('a place has its coordinates as numbers', () => {
        expect(activityOf(wire.location(10.7769, 106.7009))?.attachments).toMatchObject([
          { contentType: 'location', content: { latitude: 10.7769, longitude: 106.7009 } },
        ]);
      });

      it('a tapped button brings back the action it was made with', () => {
        const message = channel.render(say('Bạn cần gì?', ['Báo tin', 'Hỏi đáp'])).at(-1);
        expect(activityOf(wire.tap(message!, 1))).toMatchObject({
          type: 'message',
          text: 'Hỏi đáp',
          value: { action: 'do:1' },
        });
      });

      it('nobody can type what only a button says', () => {
        for (const words of [
          'do:1',
          'pb:do:1',
          '{"action":"do:1"}',
          'pb:AAAAAAAAAAAAAAAAAAAAAA:do%3A1 Hỏi đáp',
        ]) {
          expect(activityOf(wire.text(words, 'm-1'))?.value).toBeUndefined();
        }
      });
    });

    describe('rendering', () => {
      const sentence = 'Không ai được yêu cầu bạn đọc mã OTP qua điện thoại. ';
      const exact = 'ă'.repeat(wire.maxText);

      it('a text at the limit is one message, one more character makes two', () => {
        expect(channel.render(say(exact))).toHaveLength(1);
        expect(channel.render(say(`${exact}ă`))).toHaveLength(2);
      });

      it('a long text is divided at ends of sentences and loses nothing', () => {
        const text = sentence.repeat(200).trim();
        const parts = channel.render(say(text)).map((message) => wire.visible(message).text);
        expect(parts.join(' ')).toBe(text);
        for (const part of parts) {
          expect(codePointLength(part)).toBeLessThanOrEqual(wire.maxText);
          expect(part).toMatch(/\.$/u);
        }
      });

      it('every choice can be read whole, however many and however long', () => {
        const titles = Array.from(
          { length: 17 },
          (_, index) => `Bị mất tiền trong tài khoản ngân hàng số ${index}`,
        );
        const shown = channel
          .render(say('Chuyện gì đã xảy ra?', titles))
          .map((message) => wire.visible(message));
        const all = shown.flatMap(({ text, buttons }) => [text, ...buttons]).join('\n');
        for (const title of titles) expect(all).toContain(title);
      });

      it('buttons without words still have words to stand under', () => {
        const [message] = channel.render(say('', ['Báo tin']));
        expect(wire.visible(message!).text).not.toBe('');
      });

      it('a link and a number are shown as buttons or as words', () => {
        const activity: Partial<Activity> = {
          type: 'message',
          text: 'Xem thêm',
          suggestedActions: {
            to: [],
            actions: [
              { type: 'openUrl', title: 'Cổng cảnh báo', value: 'https://example.vn/canh-bao' },
              { type: 'call', title: 'Gọi 113', value: '113' },
            ],
          },
        };
        const rendered = JSON.stringify(channel.render(activity));
        expect(rendered).toContain('https://example.vn/canh-bao');
        expect(rendered).toContain('113');
      });

      it('nothing to say gives no message', () => {
        expect(channel.render(say('  '))).toEqual([]);
      });

      it('a rendered message survives being stored', () => {
        const messages = channel.render(say('Bạn cần gì?', ['Báo tin']));
        expect(JSON.parse(JSON.stringify(messages))).toEqual(messages);
      });
    });

    describe('sending', () => {
      const request = (change: Partial<SendRequest> = {}): SendRequest => ({
        userId: wire.userId,
        message: channel.render(say('Xin chào'))[0]!,
        outboxId: 'outbox-1',
        author: 'bot',
        window: 'open',
        ...change,
      });

      it('a message that the platform took is sent, with its id', async () => {
        expect(await channel.send(request())).toEqual({ kind: 'sent', platformMessageId: 'platform-1' });
        expect(platform.calls).toHaveLength(1);
        expect(platform.calls[0]?.body).toContain(wire.userId);
        expect(platform.calls[0]?.body).toContain('Xin chào');
      });

      it('no token travels in an address', async () => {
        await channel.send(request());
        expect(platform.calls[0]?.path).not.toContain('access_token');
      });

      it('nothing is sent when the window is closed', async () => {
        expect(await channel.send(request({ window: 'closed' }))).toMatchObject({ kind: 'window-closed' });
        expect(await channel.send(request({ window: 'officer-only' }))).toMatchObject({
          kind: 'window-closed',
        });
        expect(platform.calls).toEqual([]);
      });

      it('an officer may write where only a person may', async () => {
        const outcome = await channel.send(request({ window: 'officer-only', author: 'officer' }));
        expect(outcome.kind).toBe('sent');
      });

      it('a platform that cannot be reached is tried again', async () => {
        const lonely = wire.create(await deadUrl(), 2_000);
        expect(await lonely.send(request())).toMatchObject({ kind: 'retry', code: 'ECONNREFUSED' });
      });

      it('a platform that never answers leaves it unknown', async () => {
        platform.answer = 'hang';
        const impatient = wire.create(platform.url, 150);
        expect(await impatient.send(request())).toEqual({ kind: 'unknown', code: 'timeout' });
      });

      it.each([500, 502, 503])('HTTP %d without a word of the platform leaves it unknown', async (status) => {
        platform.answer = { status, body: '<html>' };
        expect(await channel.send(request())).toEqual({ kind: 'unknown', code: `http-${status}` });
      });

      it('a body that this channel did not make is refused without a call', async () => {
        const outcome = await channel.send(request({ message: { body: { nonsense: true } } }));
        expect(outcome).toMatchObject({ kind: 'refused' });
        expect(platform.calls).toEqual([]);
      });

      it.each(wire.errors.map(([kind, answer]) => ({ kind, answer })))(
        'an error of the platform is $kind',
        async ({ kind, answer }) => {
          platform.answer = answer;
          expect((await channel.send(request())).kind).toBe(kind);
        },
      );
    });

    nudgeContract(wire);

    describe('the window', () => {
      const last = new Date('2026-11-20T08:00:00Z');
      const after = (hours: number) => channel.window(last, new Date(last.getTime() + hours * HOUR_MS));

      it('is closed for one who never wrote', () => {
        expect(channel.window(null, last)).toBe('closed');
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

    describe('a turn', () => {
      const turn = () => activityOf(wire.text('Xin chào', 'm-1'))!;

      it('gives back what was said, in order, and sends nothing', async () => {
        const said = await channel.adapter.runTurn(turn(), async (context) => {
          await context.sendActivity('Một');
          await context.sendActivities([
            { type: 'typing' },
            { type: 'trace', value: { secret: 1 } },
            { text: 'Hai' },
          ]);
          await context.sendActivity({ type: 'endOfConversation' });
        });
        expect(said.map(({ text }) => text)).toEqual(['Một', 'Hai']);
        expect(platform.calls).toEqual([]);
      });

      it('answers every activity with an id', async () => {
        await channel.adapter.runTurn(turn(), async (context) => {
          const ids = await context.sendActivities([{ text: 'Một' }, { type: 'trace' }, { text: 'Hai' }]);
          expect(ids).toHaveLength(3);
          expect(ids[1]).toEqual({ id: '' });
        });
      });

      it('passes its failure on, also when an error handler apologised', async () => {
        const fail = () => Promise.reject(new Error('Dialog broke'));
        await expect(channel.adapter.runTurn(turn(), fail)).rejects.toThrow('Dialog broke');
        channel.adapter.onTurnError = async (context) => {
          await context.sendActivity('Xin lỗi');
        };
        await expect(channel.adapter.runTurn(turn(), fail)).rejects.toThrow('Dialog broke');
      });

      it('turns at the same time do not mix their words', async () => {
        const speak = (word: string) =>
          channel.adapter.runTurn(turn(), async (context) => {
            for (let index = 0; index < 5; index += 1) await context.sendActivity(`${word}${index}`);
          });
        const [a, b] = await Promise.all([speak('a'), speak('b')]);
        expect(a.map(({ text }) => text)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
        expect(b.map(({ text }) => text)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
      });

      it('cannot change or take back what was said', async () => {
        await channel.adapter.runTurn(turn(), async (context) => {
          await expect(context.updateActivity({ id: 'x', text: 'y' })).rejects.toThrow('not possible');
          await expect(context.deleteActivity('x')).rejects.toThrow('not possible');
        });
      });
    });
  });
}
