import { describe, expect, it } from '@jest/globals';
import { answerHandover, appendFromResident, endHandover, requestHandover } from '../../reports/handover.ts';
import type { Handover } from '../../reports/handover-ports.ts';
import { ADDRESS, LATER, NOW, nextId } from './report-builder.ts';

const requested = (): Handover =>
  requestHandover({
    id: nextId(),
    address: ADDRESS,
    residentKey: 'k',
    urgent: true,
    firstWords: ' Cho gặp cán bộ ',
    now: NOW,
  });
const done = (change: { ok: boolean; handover?: Handover }): Handover => {
  if (change.handover === undefined) throw new Error('The change was refused');
  return change.handover;
};

describe('a talk with a person', () => {
  it('begins waiting, with what the resident had just said', () => {
    expect(requested()).toMatchObject({
      status: 'waiting',
      channel: 'zalo',
      urgent: true,
      messages: [{ from: 'resident', text: 'Cho gặp cán bộ', at: NOW }],
      version: 1,
    });
  });

  it('without words it begins empty', () => {
    const handover = requestHandover({
      id: 'x',
      address: ADDRESS,
      residentKey: 'k',
      urgent: false,
      firstWords: null,
      now: NOW,
    });
    expect(handover.messages).toEqual([]);
  });

  it('the resident’s words do not open it, the officer’s first words do', () => {
    const written = done(appendFromResident(requested(), { text: 'Alo', now: LATER }));
    expect(written.status).toBe('waiting');
    const answered = done(answerHandover(written, { text: 'Tôi nghe', staffId: 's-1', now: LATER }));
    expect(answered).toMatchObject({ status: 'open', version: 3 });
    expect(done(appendFromResident(answered, { text: 'Dạ', now: LATER })).status).toBe('open');
  });

  it('is over once, and then nobody writes into it', () => {
    const ended = done(endHandover(requested()));
    expect(ended.status).toBe('ended');
    expect(endHandover(ended)).toEqual({ ok: false, reason: 'ended' });
    expect(appendFromResident(ended, { text: 'Alo', now: LATER })).toEqual({ ok: false, reason: 'ended' });
    expect(answerHandover(ended, { text: 'Alo', staffId: 's', now: LATER })).toEqual({
      ok: false,
      reason: 'ended',
    });
  });

  it.each([
    ['nothing', ' ', 'empty'],
    ['more than a message', 'x'.repeat(10_001), 'too-much'],
  ])('%s is refused', (_name, text, reason) => {
    expect(appendFromResident(requested(), { text, now: LATER })).toEqual({ ok: false, reason });
  });
});
