import { refuse } from './change.ts';
import type { Handover, HandoverMessage } from './handover-ports.ts';
import type { ResidentAddress } from './report.ts';

const HANDOVER_MESSAGE_MAX_CHARS = 10_000;
const HANDOVER_MESSAGES_MAX_COUNT = 2_000;
/** Five hundred pages: sealed, a third of what the database keeps as one document. */
const HANDOVER_MAX_CHARS = 1_000_000;

export type HandoverChange<Reason extends string> =
  { readonly ok: true; readonly handover: Handover } | { readonly ok: false; readonly reason: Reason };

/** A resident asks for a person. The caller makes sure that none is open for this resident. */
export function requestHandover(request: {
  readonly id: string;
  readonly address: ResidentAddress;
  readonly residentKey: string;
  readonly urgent: boolean;
  /** What they had just said, so that the officer does not have to ask again. */
  readonly firstWords: string | null;
  readonly now: Date;
}): Handover {
  const { id, address, residentKey, urgent, now } = request;
  const text = request.firstWords?.trim() ?? '';
  const messages: HandoverMessage[] = text === '' ? [] : [{ at: now, from: 'resident', staffId: null, text }];
  return {
    id,
    status: 'waiting',
    channel: address.channel,
    address,
    residentKey,
    requestedAt: now,
    urgent,
    messages,
    version: 1,
  };
}

/** The resident writes while a person is, or will be, with them. What became urgent stays so. */
export function appendFromResident(
  handover: Handover,
  message: { readonly text: string; readonly urgent: boolean; readonly now: Date },
): HandoverChange<'ended' | 'empty' | 'too-much'> {
  return append(
    { ...handover, urgent: handover.urgent || message.urgent },
    { at: message.now, from: 'resident', staffId: null, text: message.text },
    handover.status,
  );
}

/** An officer writes; the first words open the talk. */
export function answerHandover(
  handover: Handover,
  message: { readonly text: string; readonly staffId: string; readonly now: Date },
): HandoverChange<'ended' | 'empty' | 'too-much'> {
  const { text, staffId, now } = message;
  return append(handover, { at: now, from: 'officer', staffId, text }, 'open');
}

/** The talk is over and the bot speaks again. */
export function endHandover(handover: Handover): HandoverChange<'ended'> {
  if (handover.status === 'ended') return refuse('ended');
  return { ok: true, handover: { ...handover, status: 'ended', version: handover.version + 1 } };
}

function append(
  handover: Handover,
  message: HandoverMessage,
  status: Handover['status'],
): HandoverChange<'ended' | 'empty' | 'too-much'> {
  const text = message.text.trim();
  if (handover.status === 'ended') return refuse('ended');
  if (text === '') return refuse('empty');
  if (text.length > HANDOVER_MESSAGE_MAX_CHARS || handover.messages.length >= HANDOVER_MESSAGES_MAX_COUNT)
    return refuse('too-much');
  const chars = handover.messages.reduce((sum, earlier) => sum + earlier.text.length, text.length);
  if (chars > HANDOVER_MAX_CHARS) return refuse('too-much');
  const messages = [...handover.messages, { ...message, text }];
  return { ok: true, handover: { ...handover, status, messages, version: handover.version + 1 } };
}
