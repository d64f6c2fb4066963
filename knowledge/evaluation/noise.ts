import { fold } from '../language/letters.ts';

/** The text as typed by somebody who uses no diacritics. */
export const withoutDiacritics = (text: string): string => fold(text.toLowerCase().normalize('NFC'));

/** Neighbours on a phone's keyboard. */
const NEAR: Readonly<Record<string, string>> = {
  a: 'sq', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'k', m: 'n',
  n: 'bm', o: 'ip', p: 'o', q: 'wa', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc', y: 'tu', z: 'x',
}; // prettier-ignore

/** Random numbers from 0 up to 1, the same for the same start. */
export const createRandom = (start: number): (() => number) => {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const slip = (word: string, random: () => number): string => {
  const at = Math.floor(random() * word.length);
  const letter = word.charAt(at);
  const [head, tail] = [word.slice(0, at), word.slice(at + 1)];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return head + tail;
  if (kind === 1) return head + letter + letter + tail;
  if (kind === 2 && tail) return head + tail.charAt(0) + letter + tail.slice(1);
  const near = NEAR[fold(letter)] ?? letter;
  return head + near.charAt(Math.floor(random() * near.length)) + tail;
};

/** The text with a slip of the finger in `share` of its words of three letters and more. */
export const withTypos = (text: string, share: number, random: () => number): string =>
  text
    .normalize('NFC')
    .split(' ')
    .map((word) => (/^\p{L}{3,}$/u.test(word) && random() < share ? slip(word, random) : word))
    .join(' ');
