import { findCaseCode, parseCaseCode } from '../../reports/case-code.ts';
import { parsePin } from '../../reports/pin.ts';
import { goAction } from '../buttons.ts';
import { readableMoment } from '../../reports/moments.ts';
import { again, END, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { track } from '../texts/track.ts';
import { blockedUntil } from './attempts.ts';
import type { TrackData } from './data.ts';
import { reportByCodeAndPin } from './find-report.ts';

export const askCode = (talk: Talk): Promise<void> => talk.askFreely(track.codeQuestion);

export const askPin = (talk: Talk): Promise<void> => talk.askFreely(track.pinQuestion);

/** Takes a code of the right form; whether it exists is said by nobody before the PIN. */
export async function receiveCode(talk: Talk, data: TrackData): Promise<Outcome> {
  const code = parseCaseCode(talk.input.text) ?? findCaseCode(talk.input.text);
  if (code === null) return strayOr(talk, again(track.codeMalformed));
  data.code = code;
  data.reportId = null;
  return to('TRACK_PIN');
}

export async function receivePin(talk: Talk, data: TrackData): Promise<Outcome> {
  const until = blockedUntil(talk);
  if (until !== null) return refuseFor(talk, until);
  const pin = parsePin(talk.input.text);
  if (pin === null || data.code === null) return strayOr(talk, again(track.pinMalformed));
  const report = await reportByCodeAndPin(talk, data.code, pin);
  if (report === null) {
    const blocked = blockedUntil(talk);
    if (blocked !== null) return refuseFor(talk, blocked);
    await talk.say(track.wrong);
    return to('TRACK_CODE');
  }
  Object.assign(data, { reportId: report.id, shown: false });
  return to('TRACK_REPORT');
}

async function refuseFor(talk: Talk, until: Date): Promise<Outcome> {
  await talk.say(track.blocked(readableMoment(until)), [
    { title: track.button.menu, action: goAction({ to: 'menu' }) },
  ]);
  return END;
}
