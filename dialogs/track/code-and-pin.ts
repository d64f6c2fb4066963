import { findCaseCode, parseCaseCode } from '../../reports/case-code.ts';
import { findPin } from '../../reports/pin.ts';
import { goAction } from '../buttons.ts';
import { readableMoment } from '../../reports/moments.ts';
import { again, END, STRAY, to, WAIT } from '../step.ts';
import type { Outcome } from '../step.ts';
import { leavesField, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { track } from '../texts/track.ts';
import { blockedUntil } from './attempts.ts';
import { triesCode, triesPin } from './code-attempt.ts';
import type { TrackData } from './data.ts';
import { reportByCodeAndPin } from './find-report.ts';
import { helpWithoutCode, LOST, saysCodeIsLost } from './lost-code.ts';

/** Who came with the words that the code is lost is not asked for it. */
export const askCode = (talk: Talk, data: TrackData): Promise<void> =>
  saysCodeIsLost(talk.input.text) ? helpWithoutCode(talk, data) : talk.askFreely(track.codeQuestion, [LOST]);

export const askPin = (talk: Talk): Promise<void> => talk.askFreely(track.pinQuestion, [LOST]);

/** What stands where a code or PIN was asked for and none can be read: a slip, another wish, or they are not at hand. */
async function withoutIt(
  talk: Talk,
  data: TrackData,
  { isTried, malformed }: { readonly isTried: boolean; readonly malformed: string },
): Promise<Outcome> {
  if (talk.input.evidence.length > 0) return again(prompts.needsWords);
  if (isTried) return strayOr(talk, again(malformed));
  const isLost = saysCodeIsLost(talk.input.text);
  if (!isLost && (await leavesField(talk, 'track'))) {
    await talk.say(track.leftOpen);
    return STRAY;
  }
  if (data.helped && !isLost) return again(track.noCode);
  await helpWithoutCode(talk, data);
  return WAIT;
}

/** Takes a code of the right form; whether it exists is said by nobody before the PIN. */
export async function receiveCode(talk: Talk, data: TrackData): Promise<Outcome> {
  const code = parseCaseCode(talk.input.text) ?? findCaseCode(talk.input.text);
  if (code === null)
    return withoutIt(talk, data, { isTried: triesCode(talk.input.text), malformed: track.codeMalformed });
  data.code = code;
  data.reportId = null;
  return to('TRACK_PIN');
}

export async function receivePin(talk: Talk, data: TrackData): Promise<Outcome> {
  const until = blockedUntil(talk);
  if (until !== null) return refuseFor(talk, until);
  const pin = findPin(talk.input.text);
  if (pin === null || data.code === null)
    return withoutIt(talk, data, { isTried: triesPin(talk.input.text), malformed: track.pinMalformed });
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
