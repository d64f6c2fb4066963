import { extractFacts } from '../../reports/extract-facts.ts';
import type { Category } from '../../reports/report.ts';
import { shortAnswer } from '../answering.ts';
import type { Draft } from '../draft.ts';
import { isStory } from '../report/understood.ts';
import { asksSomething } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { MONEY_MATTERS, shownRecently } from './card-shown.ts';

/** Of what is older a bank can hold nothing back by a call in a hurry. */
const STILL_HELPS_MS = 3 * 24 * 60 * 60_000;
/** What not to do, and whom to call. */
const FIRST_LINES = 2;

/** What the first words of these reports say already. */
const SAID_AT_FIRST: Readonly<Partial<Record<Category, string>>> = {
  C01: 'sos-vua-chuyen-tien',
  C04: 'sos-cai-app-la-bi-chiem-may',
};

/**
 * In a story told in the middle of a report only plain words raise the card. One that would raise it as a first message, because
 * money or a telephone is going, brings the card's first lines, once in a report, and goes on to where it belongs.
 */
export async function sayFirstHelp(talk: Talk): Promise<void> {
  const { input, services } = talk;
  const draft = talk.draft.current();
  if (
    draft === null ||
    draft.helped ||
    input.kind !== 'words' ||
    !isStory(input.folded) ||
    isLongAgo(talk, draft)
  )
    return;
  if (MONEY_MATTERS.some((slug) => shownRecently(talk, slug)) || (await asksSomething(talk))) return;
  const { route, slug } = await services.answers.decide(input.text, 'free');
  if (route !== 'sos' || slug === null || !MONEY_MATTERS.includes(slug) || isJustSaid(draft, slug)) return;
  const card = shortAnswer(services.knowledge(), slug);
  if (card === null) return;
  draft.helped = true;
  await talk.say(card.split('\n').slice(0, FIRST_LINES).join('\n'));
}

function isLongAgo({ input, turn }: Talk, draft: Draft): boolean {
  const told = extractFacts(input.text, turn.now).when?.at.getTime();
  const at = told ?? Date.parse(draft.answers['when']?.value ?? '');
  return turn.now.getTime() - at > STILL_HELPS_MS;
}

/** Right under the first words of the report. */
const isJustSaid = ({ category, asked }: Draft, slug: string): boolean =>
  category !== null && asked.length <= 1 && SAID_AT_FIRST[category] === slug;
