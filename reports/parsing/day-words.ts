import { isRealDay, addDays, addMonths, compareDays } from './vietnam-time.ts';
import type { CalendarDay } from './vietnam-time.ts';

/** A day, or the first day of a longer time, that somebody named. */
export interface NamedDay {
  readonly day: CalendarDay;
  readonly precision: 'day' | 'week' | 'month' | 'year';
  readonly start: number;
  readonly end: number;
}

interface Today extends CalendarDay {
  /** 0 is Sunday. */
  readonly weekday: number;
}

type Resolve = (match: RegExpExecArray, today: Today) => Pick<NamedDay, 'day' | 'precision'> | null;

const WORD_NUMBERS: Readonly<Record<string, number>> = {
  mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10, chuc: 10, vai: 3, may: 3,
}; // prettier-ignore
const COUNT = `(\\d{1,3}|${Object.keys(WORD_NUMBERS).join('|')})`;
const WEEKDAYS: Readonly<Record<string, number>> = {
  'hai': 1, '2': 1, 'ba': 2, '3': 2, 'tu': 3, '4': 3, 'nam': 4, '5': 4, 'sau': 5, '6': 5, 'bay': 6, '7': 6,
}; // prettier-ignore

const exact = (day: CalendarDay): ReturnType<Resolve> => ({ day, precision: 'day' });
const daysBack =
  (days: number): Resolve =>
  (_match, today) =>
    exact(addDays(today, -days));

/** "20/11" without a year is the last one that was, tomorrow being near enough to count as this year's. */
function lastSuch(month: number, day: number, today: Today): ReturnType<Resolve> {
  const thisYear = { year: today.year, month, day };
  const chosen =
    compareDays(thisYear, addDays(today, 1)) > 0 ? { ...thisYear, year: today.year - 1 } : thisYear;
  return isRealDay(chosen) ? exact(chosen) : null;
}

function dated(day: number, month: number, year: string | undefined, today: Today): ReturnType<Resolve> {
  if (year === undefined) return lastSuch(month, day, today);
  const full = { year: year.length === 2 ? 2000 + Number(year) : Number(year), month, day };
  return isRealDay(full) ? exact(full) : null;
}

function weekday(name: string | undefined, which: string | undefined, today: Today): ReturnType<Resolve> {
  const wanted = name === undefined ? 0 : (WEEKDAYS[name] ?? 0);
  const monday = addDays(today, -((today.weekday + 6) % 7));
  const inThisWeek = addDays(monday, (wanted + 6) % 7);
  const word = which?.replace(/\s+/g, ' ') ?? '';
  if (/^tuan (?:truoc|trc|roi|vua roi|qua|vua qua)/.test(word)) return exact(addDays(inThisWeek, -7));
  const isAhead = compareDays(inThisWeek, today) > 0;
  const isPastMeant = /^(?:vua|roi|qua|truoc)/.test(word) && compareDays(inThisWeek, today) >= 0;
  return exact(isAhead || isPastMeant ? addDays(inThisWeek, -7) : inThisWeek);
}

function ago(count: string | undefined, unit: string | undefined, today: Today): ReturnType<Resolve> {
  const number = count === undefined ? 1 : (WORD_NUMBERS[count] ?? Number(count));
  if (unit === 'tuan') return { day: addDays(today, -7 * number), precision: 'week' };
  if (unit === 'thang') return { day: addMonths(today, -number), precision: 'month' };
  if (unit === 'nam') return { day: addMonths(today, -12 * number), precision: 'year' };
  const isVague = count === 'may' || count === 'vai';
  return { day: addDays(today, -number), precision: isVague ? 'week' : 'day' };
}

function monthOf(
  month: number,
  year: string | undefined,
  part: string | undefined,
  today: Today,
): ReturnType<Resolve> {
  if (month < 1 || month > 12) return null;
  const day = part === 'cuoi' ? 25 : part === 'giua' ? 15 : 1;
  const chosenYear = year !== undefined ? Number(year) : month > today.month ? today.year - 1 : today.year;
  return { day: { year: chosenYear, month, day }, precision: 'month' };
}

/** Keeps "thu 2 triệu" and "thu hai lần" from being weekdays. */
const NOT_COUNTED = '(?! ?(?:trieu|tr|k|nghin|ngan|ty|ti|cu|dong|d|lan|nguoi|tram|chuc)\\b)';
const WHICH_WEEK =
  '(?: (tuan (?:truoc|trc|roi|vua roi|nay|qua|vua qua)|vua roi|vua qua|roi|truoc|qua|nay)(?![\\p{L}]))?';
const PART_OF_MONTH = '(?:(dau|giua|cuoi) )?';

/** Folded patterns in the order in which they are tried at one place: longer readings first. */
const PATTERNS: readonly (readonly [pattern: string, resolve: Resolve])[] = [
  ['(20\\d{2})-(\\d{1,2})-(\\d{1,2})', (m, today) => dated(Number(m[3]), Number(m[2]), m[1], today)],
  [
    '(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d{2}|\\d{2})',
    (m, today) => dated(Number(m[1]), Number(m[2]), m[3], today),
  ],
  [
    '(?:ngay |mung |mong |hom |ngay mung )?(\\d{1,2}) ?(?:/|thang|th) ?(\\d{1,2})(?:[ ,/]+(?:nam )?((?:19|20)\\d{2}))?(?! ?(?:so tien|tien|gia|phan|lan|nguoi)\\b)',
    (m, today) =>
      m[1] === '24' && m[2] === '7' && m[3] === undefined
        ? null
        : dated(Number(m[1]), Number(m[2]), m[3], today),
  ],
  [
    '(?:ngay|hom|mung|mong|vao) (\\d{1,2})-(\\d{1,2})',
    (m, today) => dated(Number(m[1]), Number(m[2]), undefined, today),
  ],
  ['(\\d{2})-(\\d{2})(?![-\\d])', (m, today) => dated(Number(m[1]), Number(m[2]), undefined, today)],
  [
    `(?:thu ?(hai|ba|tu|nam|sau|bay|[2-7])|t([2-7]))${NOT_COUNTED}${WHICH_WEEK}`,
    (m, today) => weekday(m[1] ?? m[2], m[3], today),
  ],
  [`(?:chu nhat|cnhat|cn)${WHICH_WEEK}`, (m, today) => weekday(undefined, m[1], today)],
  [`cach (?:day|nay) ${COUNT} (ngay|hom|bua|tuan|thang|nam)`, (m, today) => ago(m[1], m[2], today)],
  [`${COUNT} (ngay|hom|bua|tuan|thang|nam) (?:truoc|trc|roi|qua)`, (m, today) => ago(m[1], m[2], today)],
  [
    '(?:hom|bua) (?:qua|wa)|h\\.?qua|hqua|hwa|hom ?wa|(?:sang|trua|chieu|toi|dem|khuya) qua|qua nay',
    daysBack(1),
  ],
  ['(?:hom|bua) (?:kia|kja|hia)|(?:sang|trua|chieu|toi|dem) kia', daysBack(2)],
  [
    '(?:hom|bua) (?:truoc|trc|no|ho)|bua hom|hom bua|may (?:hom|bua|ngay) (?:truoc|nay|roi|qua)|vai (?:hom|bua|ngay) (?:truoc|nay|roi)',
    (_m, today) => ({ day: addDays(today, -3), precision: 'week' }),
  ],
  [
    '(?:hom|bua) ?nay|hnay|h\\.nay|(?:sang|trua|chieu|toi|dem|khuya) (?:nay|hom nay)|(?:hoi|ban|luc) (?:sang|trua|chieu|toi|dem)(?: nay)?|ngay hom nay|vao hom nay',
    daysBack(0),
  ],
  ['tuan (?:truoc|trc) nua', (_m, today) => ({ day: addDays(today, -14), precision: 'week' })],
  [
    '(?:tuan (?:truoc|roi|qua|vua roi|vua qua))',
    (_m, today) => ({ day: addDays(today, -7), precision: 'week' }),
  ],
  [
    '(?:dau|giua|cuoi)? ?tuan nay',
    (_m, today) => ({ day: addDays(today, -((today.weekday + 6) % 7)), precision: 'week' }),
  ],
  [
    `${PART_OF_MONTH}thang (?:truoc|roi|vua roi|qua|vua qua)`,
    (m, today) => partOfMonth(addMonths(today, -1), m[1]),
  ],
  [`${PART_OF_MONTH}thang nay`, (m, today) => partOfMonth(today, m[1])],
  [
    `${PART_OF_MONTH}thang (\\d{1,2})(?:/((?:19|20)\\d{2}))?(?:[ ,]*nam ((?:19|20)\\d{2}))?`,
    (m, today) => monthOf(Number(m[2]), m[3] ?? m[4], m[1], today),
  ],
  [
    '(?:nam ngoai|nam truoc|nam roi|nam kia)',
    (_m, today) => ({ day: { year: today.year - 1, month: 1, day: 1 }, precision: 'year' }),
  ],
  [
    '(?:dau nam(?: nay)?)',
    (_m, today) => ({ day: { year: today.year, month: 1, day: 1 }, precision: 'month' }),
  ],
  // "mùng 5 tết" is a day of the lunar year
  [
    '(?:ngay|mung|mong|hom) (\\d{1,2})(?![\\d:/h]| ?(?:tet|am lich|am|gieng|chap))',
    (m, today) => dayOfMonth(Number(m[1]), today),
  ],
  [`nam ((?:19|20)\\d{2})`, (m) => ({ day: { year: Number(m[1]), month: 1, day: 1 }, precision: 'year' })],
];

function partOfMonth({ year, month }: CalendarDay, part: string | undefined): ReturnType<Resolve> {
  const day = part === 'cuoi' ? 25 : part === 'giua' ? 15 : 1;
  return { day: { year, month, day }, precision: 'month' };
}

/** "ngày 20": the last 20th that was. */
function dayOfMonth(day: number, today: Today): ReturnType<Resolve> {
  for (let back = 0; back <= 2; back += 1) {
    const { year, month } = addMonths({ ...today, day: 1 }, -back);
    const candidate = { year, month, day };
    if (isRealDay(candidate) && compareDays(candidate, today) <= 0) return exact(candidate);
  }
  return null;
}

const COMPILED = PATTERNS.map(([pattern, resolve]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'),
  resolve,
}));

/** Every day named in a folded text, by place; of overlapping readings the first pattern's. */
export function findDays(folded: string, today: Today): NamedDay[] {
  const found: NamedDay[] = [];
  for (const { pattern, resolve } of COMPILED) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const resolved = resolve(match, today);
      if (resolved !== null) found.push({ ...resolved, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
