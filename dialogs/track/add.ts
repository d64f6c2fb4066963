import { addWords } from '../add-words.ts';
import type { Choice } from '../prompts/choice.ts';
import { END, to, WAIT } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { evidenceTexts } from '../texts/evidence.ts';
import { track } from '../texts/track.ts';
import type { TrackData } from './data.ts';

const DONE: Choice = {
  id: 'done',
  title: track.button.done,
  says: ['xong rồi', 'hết rồi', 'đủ rồi', 'đã xong'],
};

export const askMore = (talk: Talk): Promise<void> => talk.askFreely(track.addQuestion, [DONE]);

/** Puts words and files into the report's thread until the resident is done. */
export async function receiveMore(talk: Talk, data: TrackData): Promise<Outcome> {
  if (talk.pick([DONE]) === 'done') {
    await talk.say(track.addDone);
    return to('TRACK_REPORT');
  }
  const report = data.reportId === null ? null : await talk.services.reports.byId(data.reportId);
  if (report === null) return END;
  const { evidence, kind, text } = talk.input;
  const words = kind === 'words' ? text : '';
  if (words === '' && evidence.length === 0) return to('TRACK_ADD');
  if (!addWords(talk, report, words, evidence)) {
    await talk.say(track.tooMuch);
    return to('TRACK_REPORT');
  }
  const received = evidence.length > 0 ? `${evidenceTexts.received(evidence)} ` : '';
  await talk.askFreely(`${received}${track.added}`, [DONE]);
  return WAIT;
}
