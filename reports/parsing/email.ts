import { parse } from 'tldts';
import { readable } from './fold.ts';
import type { Place } from './place.ts';

/** An e-mail address in a message. */
export interface FoundEmail extends Place {
  /** Lower case. */
  readonly value: string;
}

const EMAIL =
  /(?<![a-z0-9._%+-])[a-z0-9_%+-][a-z0-9._%+-]{0,62}@[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,24}(?![a-z0-9@])/giu;

export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (const match of readable(text).matchAll(EMAIL)) {
    const value = match[0].toLowerCase();
    const isRealDomain = parse(value.slice(value.indexOf('@') + 1)).isIcann === true;
    if (isRealDomain) found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
