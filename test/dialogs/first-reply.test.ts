import { describe, expect, it } from '@jest/globals';
import { firstReplyText } from '../../dialogs/first-reply.ts';
import { ROUTES } from '../../knowledge/decision.ts';
import type { Decision, Route } from '../../knowledge/decision.ts';
import { COMMUNE, createPhone } from '../support/talk-to-bot.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const knowledge = writtenKnowledge();

const SLUGS: Partial<Record<Route, string>> = { answer: 'ma-otp-la-gi', sos: 'sos-vua-chuyen-tien' };

const decisionOf = (route: Route): Decision => ({
  route,
  slug: SLUGS[route] ?? null,
  candidates: [
    { slug: 'ma-otp-la-gi', score: 0.6 },
    { slug: 'mat-khau-an-toan', score: 0.3 },
  ],
  ...(route === 'out_of_scope' && { officeText: 'Việc này thuộc UBND xã.' }),
  trace: [],
  kbVersion: 'test',
});

describe('the first reply', () => {
  it.each(ROUTES)('on the route %s begins with what the bot says on the phone', async (route) => {
    const decision = decisionOf(route);
    const phone = createPhone({ knowledge, decide: () => Promise.resolve(decision) });
    const said = (await phone.does('một câu nào đó rất riêng')).map(({ text }) => text).join('\n\n');
    const [first] = firstReplyText(decision, knowledge, COMMUNE).split('\n\n');
    expect(first).not.toBe('');
    expect(said).toContain(first);
  });

  it('gives an answer with its source and date', () => {
    expect(firstReplyText(decisionOf('answer'), knowledge, COMMUNE)).toMatch(
      /Nguồn: .*cập nhật \d\d\/\d\d\/\d{4}/,
    );
  });
});
