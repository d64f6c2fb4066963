import type { Draft, Told } from '../draft.ts';
import { begin, END, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import { keepTold, toldNow } from './story.ts';
import { isStory } from './understood.ts';

const BEFORE =
  '(?:(?:a|u|ua|o|da|thua|oi|ma|nhan tien|tien the|ngoai ra|con|co|them|nua|em|toi|minh|tui|chau|bac|anh|chi|can bo|gio|muon|xin|can|cho|bao|ke|trinh bao|phan anh|lai|luon|voi|mot|1) )*';
/** "Còn vụ khác nữa", "em muốn báo thêm một vụ nữa": at the beginning, and not of what an offender did besides. */
const ANOTHER = new RegExp(
  `^${BEFORE}(?:(?:vu|chuyen) khac|(?:mot|1) (?:vu|chuyen|viec) (?:khac|nua)|viec khac nua)(?= |$)(?!(?: nua)? (?:la )?(?:no|ho|chung) )`,
);

/** Sets words aside that plainly tell of another matter than this report's; false for all others. */
export function setAside(talk: Talk, draft: Draft): boolean {
  const { kind, folded } = talk.input;
  if (kind !== 'words' || !ANOTHER.test(folded)) return false;
  // the mere wish to tell of it is remembered without its words
  return keepTold(draft.others, toldNow(talk, isStory(folded) ? talk.input.text : ''));
}

/** The same; it is said, and the question comes again. Null for all other words. */
export async function askAfterAnother(talk: Talk, draft: Draft, state: string): Promise<Outcome | null> {
  if (!setAside(talk, draft)) return null;
  await talk.say(isStory(talk.input.folded) ? report.anotherKept : report.anotherLater);
  return to(state);
}

/** Once a report is done with, the matter that was set aside is offered as one of its own. */
export async function goOnToAnother(talk: Talk, others: readonly Told[]): Promise<Outcome> {
  if (others.length === 0) return END;
  await talk.say(report.anotherNow);
  return begin('report', { told: others.filter(({ text }) => text !== '') });
}
