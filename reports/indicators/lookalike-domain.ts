import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { fold } from '../parsing/fold.ts';
import type { KnownBrand } from './known-brands.ts';
import { KNOWN_BRANDS, STATE_NAME } from './known-brands.ts';

/** An address made to be taken for another. */
export interface Lookalike {
  /** Whose it pretends to be. */
  readonly imitates: string;
  /** Where that one really is; null for offices in general. */
  readonly official: string | null;
  readonly how: 'name-inside' | 'misspelt' | 'state-name';
}

const MISSPELT_FROM_LETTERS = 7;

/** Signs drawn like Latin letters: Cyrillic, Greek, digits. */
const DRAWN_LIKE: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', к: 'k', м: 'm', т: 't', в: 'b', н: 'h', ı: 'i',
  α: 'a', ο: 'o', ν: 'v', ι: 'i', κ: 'k', ρ: 'p', '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's',
}; // prettier-ignore

/** Whether a host (`doidiem-vcb.top`) imitates a bank, a service or an office; null when it is the real one or resembles none. */
export function findLookalike(host: string): Lookalike | null {
  const lower = host.toLowerCase().replace(/^www\./, '');
  const { domain, publicSuffix, domainWithoutSuffix } = parse(lower);
  if (domain === null || publicSuffix === 'gov.vn') return null;
  if (KNOWN_BRANDS.some(({ official }) => official.includes(domain))) return null;
  const drawn = asDrawn(domainToUnicode(lower));
  const inName = KNOWN_BRANDS.find((brand) => namesBrand(lower, drawn, brand));
  if (inName !== undefined) return toLookalike(inName, 'name-inside');
  if (/(?:^|[.-])gov(?:[.-]?vn)?(?:[.-]|$)|govvn/.test(lower)) {
    return { imitates: STATE_NAME, official: null, how: 'state-name' };
  }
  const label = asDrawn(domainToUnicode(domainWithoutSuffix ?? '')).replace(/-/g, '');
  const misspelt = KNOWN_BRANDS.find(({ long }) =>
    long.some((name) => name.length >= MISSPELT_FROM_LETTERS && isOneKeyAway(label, name)),
  );
  return misspelt === undefined ? null : toLookalike(misspelt, 'misspelt');
}

/** Whose address a host really is: a bank, a service, an office; null when it belongs to none that is known. */
export function findOfficialOwner(host: string): string | null {
  const { domain, publicSuffix } = parse(host.toLowerCase());
  if (domain === null) return null;
  const brand = KNOWN_BRANDS.find(({ official }) => official.includes(domain));
  return brand?.name ?? (publicSuffix === 'gov.vn' ? STATE_NAME : null);
}

function toLookalike({ name, official }: KnownBrand, how: Lookalike['how']): Lookalike {
  return { imitates: name, official: official[0] ?? null, how };
}

/** Long names anywhere, also across dashes; short ones only as a part of their own ("doidiem-vcb", "vcb24h"). */
function namesBrand(host: string, drawn: string, { long, short }: KnownBrand): boolean {
  const joined = [host, drawn].map((text) => text.replace(/-/g, ''));
  if (long.some((name) => joined.some((text) => text.includes(name)))) return true;
  const parts = [...host.split(/[.\-\d]+/), ...drawn.split(/[.-]+/)];
  const isUnder = (name: string) => short.includes(name);
  return parts.some(isUnder);
}

function asDrawn(host: string): string {
  const letters = Array.from(fold(host.normalize('NFC')), (sign) => DRAWN_LIKE[sign] ?? sign).join('');
  return letters.replace(/rn/g, 'm').replace(/vv/g, 'w');
}

/** One letter changed, missing, added or swapped with its neighbour. */
function isOneKeyAway(typed: string, wanted: string): boolean {
  if (typed === wanted || Math.abs(typed.length - wanted.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === wanted[start]) start += 1;
  let end = 0;
  while (end < Math.min(typed.length, wanted.length) - start && typed.at(-1 - end) === wanted.at(-1 - end))
    end += 1;
  const [a, b] = [typed.slice(start, typed.length - end), wanted.slice(start, wanted.length - end)];
  const isSwap = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  return isSwap || (a.length <= 1 && b.length <= 1);
}
