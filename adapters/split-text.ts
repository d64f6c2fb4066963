/** Ends at which a text may be divided, the best first: paragraph, line, sentence, clause, word. */
const ENDS: readonly RegExp[] = [
  /\n[ \t]*\n\s*/gu,
  /\n\s*/gu,
  /[.!?…]["”’)\]]*\s+/gu,
  /[;:,–—]\s+/gu,
  /\s+/gu,
];

/** A part that would be shorter than this share of the limit is not worth the better end. */
const LEAST_SHARE = 0.4;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Length in Unicode code points, the unit in which the platforms count. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * Divides a text into parts of at most `limit` code points, at the ends of paragraphs, lines or sentences where it can,
 * within a word (never within a character) where it must. Nothing but white space at the ends of parts is lost.
 * An empty or blank text gives no part. `lastLimit` bounds the last part more tightly.
 */
export function splitText(text: string, limit: number, lastLimit = limit): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (codePointLength(rest) > limit) {
    const cut = cutWithin(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (codePointLength(rest) > lastLimit) {
    // The last part is too long for what it must carry: divide it so that its end fits.
    const lastParts = splitText(rest, lastLimit);
    const last = lastParts.at(-1) ?? '';
    parts.push(rest.slice(0, rest.length - last.length).trimEnd());
    rest = last;
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** Where to cut, in UTF-16 units: at least 1, so that every cut makes progress. */
function cutWithin(text: string, limit: number): number {
  const head = takeCodePoints(text, limit);
  for (const end of ENDS) {
    const cut = lastEnd(head, end);
    if (cut >= head.length * LEAST_SHARE) return cut;
  }
  const cut = lastGraphemeEnd(text, head.length);
  return cut > 0 ? cut : head.length;
}

function takeCodePoints(text: string, count: number): string {
  let units = 0;
  let taken = 0;
  for (const character of text) {
    if (taken === count) break;
    units += character.length;
    taken += 1;
  }
  return text.slice(0, units);
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function lastGraphemeEnd(text: string, bound: number): number {
  // One grapheme beyond the bound is enough to see whether a cluster straddles it.
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, bound + 64))) {
    if (index + segment.length > bound) break;
    end = index + segment.length;
  }
  return end;
}

/** The beginning of a text within `limit` UTF-16 units, cut between characters, with "…" when something is missing. */
export function shortTitle(title: string, limit: number): string {
  if (title.length <= limit) return title;
  const cut = lastGraphemeEnd(title, limit - 1);
  return `${title.slice(0, cut).trimEnd()}…`;
}
