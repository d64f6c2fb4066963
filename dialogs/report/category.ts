import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Category } from '../../reports/report.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { again, STRAY, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { guessCategory } from './guess-category.ts';
import { openDraft } from './open-draft.ts';
import { isPlainYesNo } from './story-instead.ts';
import { takeEvidence } from './take-evidence.ts';
import { isStory, tellsSomething } from './understood.ts';

/** Four at a time, the most frequent first, so that every channel shows them as buttons. */
const PAGES: readonly (readonly Category[])[] = [
  ['C01', 'C02', 'C03', 'C04'],
  ['C06', 'C07', 'C08', 'C09'],
  ['C05', 'C10', 'C11', 'C12'],
  ['C13', 'C14', 'C15', 'C99'],
];

const MORE: Choice = {
  id: 'more',
  title: report.button.moreCategories,
  says: ['khác', 'việc khác', 'loại khác', 'xem thêm'],
};
const RIGHT: Choice = { id: 'right', title: report.button.rightCategory };
const OTHER: Choice = { id: 'other', title: report.button.otherCategory, says: ['loại khác', 'không phải'] };

const choiceOf = (category: Category): Choice => ({
  id: category,
  title: CATEGORY_INFO[category].button,
  says: [CATEGORY_INFO[category].name, CATEGORY_INFO[category].shortName, category],
});

const pageOf = (data: ReportData): readonly Category[] => PAGES[data.categoryPage] ?? [];
const isLastPage = (data: ReportData): boolean => data.categoryPage >= PAGES.length - 1;

const choicesOf = (data: ReportData): Choice[] => [
  ...pageOf(data).map(choiceOf),
  ...(isLastPage(data) ? [] : [MORE]),
];

/** On the first page a category guessed from what was told is proposed instead. */
export async function askCategory(talk: Talk, data: ReportData): Promise<void> {
  const text = data.categoryPage === 0 ? report.categoryQuestion : report.categoryMore;
  await talk.offer(text, choicesOf(data));
}

export async function receiveCategory(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('CATEGORY');
  const picked = talk.pick(choicesOf(data)) ?? talk.pick(PAGES.flat().map(choiceOf));
  if (picked === 'more') {
    data.categoryPage += 1;
    return to('CATEGORY');
  }
  const category = PAGES.flat().find((one) => one === picked);
  if (category !== undefined) {
    draft.category = category;
    return goOn(talk, data);
  }
  if (talk.input.kind !== 'words') return again(report.notChoice);
  return fromStory(talk, data);
}

/** A story instead of a choice: kept, and its category guessed; a long one without a guess is sorted by an officer. */
async function fromStory(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  const guess = guessCategory(talk.input.text);
  const isStory = talk.input.folded.split(' ').length >= 6;
  if (guess === null && !isStory) return strayOr(talk, again(report.notChoice));
  if (isStory) draft.told.push({ at: talk.turn.now.toISOString(), text: talk.input.text });
  draft.category = guess ?? 'C99';
  return guess === null ? goOn(talk, data) : to('CATEGORY_GUESS');
}

export async function askGuess(talk: Talk): Promise<void> {
  const category = openDraft(talk).category ?? 'C99';
  await talk.offer(report.categoryGuess(CATEGORY_INFO[category].name), [RIGHT, OTHER]);
}

export async function receiveGuess(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('CATEGORY_GUESS');
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const picked = talk.pick([RIGHT, OTHER]);
  if (picked === 'right' || said === 'yes') {
    if (tellsMore(talk)) keepStory(talk);
    return goOn(talk, data);
  }
  if (picked === 'other' || said === 'no') {
    if (tellsMore(talk)) return guessAnew(talk, data);
    data.categoryPage = 0;
    return to('CATEGORY');
  }
  const category = PAGES.flat().find((one) => one === talk.pick(PAGES.flat().map(choiceOf)));
  if (category !== undefined) {
    draft.category = category;
    return goOn(talk, data);
  }
  return tellsMore(talk) ? guessAnew(talk, data) : strayOr(talk, again(prompts.yesOrNo));
}

const tellsMore = ({ input, turn }: Talk): boolean =>
  input.kind === 'words' && (isStory(input.folded) || tellsSomething(input.text, turn.now));

/** The whole story instead of yes or no: another category is asked about once more, the same one counts as right. */
async function guessAnew(talk: Talk, data: ReportData): Promise<Outcome> {
  if (await asksSomething(talk)) return STRAY;
  const draft = openDraft(talk);
  keepStory(talk);
  const guess = guessCategory(talk.input.text);
  if (guess === null || guess === draft.category) return goOn(talk, data);
  draft.category = guess;
  return to('CATEGORY_GUESS');
}

function keepStory(talk: Talk): void {
  openDraft(talk).told.push({ at: talk.turn.now.toISOString(), text: talk.input.text });
}

export const claimsGuess = isPlainYesNo;
