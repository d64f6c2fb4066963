import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Category } from '../../reports/report.ts';
import type { Choice } from '../prompts/choice.ts';
import { again, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn, noteUnderstood } from './go-on.ts';
import { guessCategory } from './guess-category.ts';
import { CATEGORY_LINE } from './lines.ts';
import { openDraft } from './open-draft.ts';
import { takeEvidence } from './take-evidence.ts';
import { keepTold, toldNow } from './story.ts';

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
  if (isStory && !keepTold(draft.told, toldNow(talk))) await talk.say(report.storyFull);
  draft.category = guess ?? 'C99';
  if (guess !== null) noteUnderstood(data, [CATEGORY_LINE]);
  return goOn(talk, data);
}
