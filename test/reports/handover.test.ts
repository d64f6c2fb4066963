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
/** By the button alone. */
const quietlyRequested = (): Handover =>
  requestHandover({
    id: nextId(),
    address: ADDRESS,
    residentKey: 'k',
    urgent: false,
    firstWords: null,
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
    expect(quietlyRequested().messages).toEqual([]);
  });

  it('the resident’s words do not open it, the officer’s first words do', () => {
    const written = done(appendFromResident(requested(), { text: 'Alo', urgent: false, now: LATER }));
    expect(written.status).toBe('waiting');
    const answered = done(answerHandover(written, { text: 'Tôi nghe', staffId: 's-1', now: LATER }));
    expect(answered).toMatchObject({ status: 'open', version: 3 });
    expect(done(appendFromResident(answered, { text: 'Dạ', urgent: false, now: LATER })).status).toBe('open');
  });

  it('becomes urgent with the first urgent words, and stays so', () => {
    const frightened = done(
      appendFromResident(quietlyRequested(), { text: 'Nó tới cửa', urgent: true, now: LATER }),
    );
    expect(frightened.urgent).toBe(true);
    expect(done(appendFromResident(frightened, { text: 'Alo', urgent: false, now: LATER })).urgent).toBe(
      true,
    );
  });

  it('is over once, and then nobody writes into it', () => {
    const ended = done(endHandover(requested()));
    expect(ended.status).toBe('ended');
    expect(endHandover(ended)).toEqual({ ok: false, reason: 'ended' });
    expect(appendFromResident(ended, { text: 'Alo', urgent: false, now: LATER })).toEqual({
      ok: false,
      reason: 'ended',
    });
    expect(answerHandover(ended, { text: 'Alo', staffId: 's', now: LATER })).toEqual({
      ok: false,
      reason: 'ended',
    });
  });

  it('never grows beyond what the database keeps as one document', () => {
    const LARGEST_DOCUMENT_BYTES = 16 * 1024 * 1024;
    const longest = 'ệ'.repeat(10_000);
    let talk = requested();
    const goOn = () => appendFromResident(talk, { text: longest, urgent: false, now: LATER });
    let change = goOn();
    for (; change.ok; change = goOn()) talk = change.handover;
    expect(change).toEqual({ ok: false, reason: 'too-much' });
    // as it is sealed: base64 of its bytes
    const sizeBytes = talk.messages.reduce((sum, { text }) => sum + (Buffer.byteLength(text) * 4) / 3, 0);
    expect(sizeBytes).toBeLessThan(LARGEST_DOCUMENT_BYTES / 2);
    expect(talk.messages.length).toBeGreaterThan(90);
    expect(endHandover(talk).ok).toBe(true);
  });

  it.each([
    ['nothing', ' ', 'empty'],
    ['more than a message', 'x'.repeat(10_001), 'too-much'],
  ])('%s is refused', (_name, text, reason) => {
    expect(appendFromResident(requested(), { text, urgent: false, now: LATER })).toEqual({
      ok: false,
      reason,
    });
  });
});
