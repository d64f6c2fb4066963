/** A time of day that somebody named. */
export interface NamedClock {
  /** 0 to 24; 24 is midnight at the end of the day. */
  readonly hour: number;
  readonly minute: number;
  /** `part`: only "sáng", "tối" and the like were said. */
  readonly precision: 'minute' | 'part';
  /** Morning or evening was said with it. */
  readonly isCertain: boolean;
  /** Written as on a clock with 24 hours ("03:15"): then 3 is not the afternoon. */
  readonly isOf24: boolean;
  readonly start: number;
  readonly end: number;
}

const WORD_HOURS: Readonly<Record<string, number>> = {
  'muoi hai': 12, 'muoi mot': 11, 'muoi': 10, 'chin': 9, 'tam': 8, 'bay': 7, 'sau': 6, 'nam': 5, 'bon': 4, 'ba': 3, 'hai': 2, 'mot': 1,
}; // prettier-ignore
const WORD_MINUTES: Readonly<Record<string, number>> = { 'muoi lam': 15, 'muoi': 10, 'nam': 5, 'hai muoi': 20, 'ba muoi': 30 }; // prettier-ignore

const PART = '(rang sang|mo sang|sang som|sang|trua|xe chieu|xe trua|chieu toi|chieu|toi|dem|khuya)';
const GAP = '(?: ?(?:luc|vao|buoi|hoi|khoang|ban))? ?';
const HOUR = '([01]?\\d|2[0-4])';
const WORDS = (words: Readonly<Record<string, number>>) => `(${Object.keys(words).join('|')})`;

/** What the clock shows on average when only a part of the day is named. */
const PART_HOURS: Readonly<Record<string, number>> = {
  'rang sang': 4, 'mo sang': 5, 'sang som': 6, 'sang': 9, 'trua': 12, 'xe trua': 13, 'chieu': 15, 'xe chieu': 16,
  'chieu toi': 18, 'toi': 20, 'dem': 22, 'khuya': 23,
}; // prettier-ignore

/** Words that fold to a part of the day and mean something else when typed with other diacritics. */
const PART_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  sang: ['sáng'],
  toi: ['tối'],
  dem: ['đêm'],
  chieu: ['chiều'],
  trua: ['trưa'],
  khuya: [],
};

const CLOCK = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?:` +
    `(?<h1>${HOUR.slice(1, -1)}) ?(?:h|g|gio|:) ?(?<m1>[0-5]\\d)(?: ?(?:p|phut))?` +
    `|(?<h2>${HOUR.slice(1, -1)}) ?(?:h|gio|g(?=${GAP}${PART}))(?: ?(?<half2>ruoi)| ?kem (?<less2>\\d{1,2}|${Object.keys(WORD_MINUTES).join('|')})| ?(?<m2>\\d)(?= ?(?:p|phut)))?` +
    `|(?<w3>${WORDS(WORD_HOURS).slice(1, -1)}) gio(?: (?<half3>ruoi)| kem (?<less3>\\d{1,2}|${Object.keys(WORD_MINUTES).join('|')}))?` +
    `|(?<h4>${HOUR.slice(1, -1)}) ?ruoi(?=${GAP}${PART})` +
    `|(?<h5>1[0-2]|0?[1-9])(?::(?<m5>[0-5]\\d))? ?(?<ampm>am(?! lich)|pm|a\\.m|p\\.m)` +
    `|(?<midnight>nua dem)|(?<noon>giua trua|dung ngo)` +
    `)(?![\\p{L}\\p{N}])(?<part>${GAP}${PART}(?![\\p{L}]))?`,
  'gu',
);

const PART_ALONE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<lead>buoi|hoi|luc|ban) )?(?<word>${PART.slice(1, -1)})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Every clock time and named part of the day, by place. `typed` has the places of `folded`. */
export function findClocks(typed: string, folded: string): NamedClock[] {
  const found: NamedClock[] = [];
  for (const match of folded.matchAll(CLOCK)) {
    const clock = toClock(match, typed, folded);
    if (clock !== null) found.push(clock);
  }
  for (const match of folded.matchAll(PART_ALONE)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = match.groups?.['word'] ?? '';
    const isTaken = found.some((other) => start < other.end && end > other.start);
    if (
      isTaken ||
      !isPart(typed.slice(end - word.length, end), word, folded.slice(end), match.groups?.['lead'])
    )
      continue;
    found.push({
      hour: PART_HOURS[word] ?? 12,
      minute: 0,
      precision: 'part',
      isCertain: true,
      isOf24: false,
      start,
      end,
    });
  }
  return found.sort((one, other) => one.start - other.start);
}

function toClock(match: RegExpExecArray, typed: string, folded: string): NamedClock | null {
  const groups = match.groups ?? {};
  const start = match.index;
  let end = start + match[0].length;
  // "mùng 3 âm lịch"
  if (groups['ampm'] !== undefined && typed.slice(start, end).toLowerCase().includes('âm')) return null;
  const { hour, minute } = readClock(groups);
  let part = groups['part'] === undefined ? undefined : (partIn(groups['part']) ?? undefined);
  if (
    part !== undefined &&
    !isPart(typed.slice(end - part.length, end), part, folded.slice(end), 'luc', true)
  ) {
    end -= groups['part']?.length ?? 0;
    part = undefined;
  }
  if (/^ ?(?:truoc|trc|dong ho|lam viec|hanh chinh)/.test(folded.slice(end)) || hour > 24) return null;
  const certain = groups['midnight'] ?? groups['noon'] ?? groups['ampm'] ?? part;
  return {
    hour: part === undefined ? hour : inPart(hour, part),
    minute,
    precision: 'minute',
    isCertain: certain !== undefined || hour > 12 || hour === 0,
    isOf24: /^0\d/.test(match[0]),
    start,
    end,
  };
}

function readClock(groups: Readonly<Partial<Record<string, string>>>): { hour: number; minute: number } {
  if (groups['midnight'] !== undefined) return { hour: 24, minute: 0 };
  if (groups['noon'] !== undefined) return { hour: 12, minute: 0 };
  const digits = groups['h1'] ?? groups['h2'] ?? groups['h4'] ?? groups['h5'];
  const hour = digits === undefined ? (WORD_HOURS[groups['w3'] ?? ''] ?? 0) : Number(digits);
  const isHalf = groups['half2'] ?? groups['half3'] ?? groups['h4'];
  const less = groups['less2'] ?? groups['less3'];
  if (less !== undefined) {
    const minutes = WORD_MINUTES[less] ?? Number(less);
    return { hour: hour - 1, minute: Math.max(0, 60 - minutes) % 60 };
  }
  const minute = isHalf !== undefined ? 30 : Number(groups['m1'] ?? groups['m2'] ?? groups['m5'] ?? 0);
  const isAfternoon = groups['ampm']?.startsWith('p') === true;
  if (groups['ampm'] !== undefined) return { hour: (hour % 12) + (isAfternoon ? 12 : 0), minute };
  return { hour, minute };
}

/** The part of the day with which folded words end. */
export const partIn = (folded: string): string | null =>
  /(?:rang sang|mo sang|sang som|xe trua|xe chieu|chieu toi|sang|trua|chieu|toi|dem|khuya)$/.exec(
    folded,
  )?.[0] ?? null;

/** "9 giờ tối" is 21, "12 giờ đêm" is midnight, "1 giờ trưa" is 13. */
export function inPart(hour: number, part: string): number {
  if (hour > 12) return hour;
  if (part.includes('trua') || part.includes('chieu')) return hour <= 7 ? hour + 12 : hour;
  if (part === 'toi') return hour === 12 ? 24 : hour >= 4 ? hour + 12 : hour;
  if (part === 'dem' || part === 'khuya') return hour === 12 ? 24 : hour >= 6 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

/** Tells "tối" from "tôi", "sáng" from "sang", "đêm" from "đem": by diacritics, and without any by what stands beside. */
function isPart(
  typed: string,
  word: string,
  after: string,
  lead: string | undefined,
  afterClock = false,
): boolean {
  if (word.includes(' ')) return true;
  if (/^ ?(?:thieu|da (?:la )?\d|uu|tao|suot|lap|kien|tac)(?!\p{L})/u.test(after)) return false;
  const written = typed.toLowerCase();
  const spellings = PART_SPELLINGS[word] ?? [];
  if (spellings.includes(written)) return true;
  if (written !== word) return false;
  const isBesideDay =
    /^ ?(?:nay|qua|hom|bua|kia|ngay|thu |t[2-7]|chu nhat|cn|mung|\d{1,2}[/-]|luc|thi |co |$|[.,;!?)\n])/.test(
      after,
    );
  if (afterClock) return !['toi', 'dem'].includes(word) || isBesideDay;
  const isLedIn = lead === 'buoi' || lead === 'hoi' || lead === 'ban';
  return (
    isLedIn ||
    (/^ ?(?:nay|qua|hom|bua|kia|ngay|thu |t[2-7]|chu nhat|cn|mung|\d{1,2}[/-])/.test(after) &&
      !/^ ?(?:nay|qua) (?:app|ung dung|tai khoan)/.test(after)) ||
    word === 'khuya' ||
    word === 'trua'
  );
}
