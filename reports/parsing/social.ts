import { fold, readable } from './fold.ts';
import { findLinks } from './link.ts';
import { findPhones } from './phone.ts';
import type { Place } from './place.ts';
import { overlaps } from './place.ts';
import { accountOfLink } from './social-link.ts';
import { BETWEEN_WORDS, PLATFORM_NAMES, platformAround, spellingsOf } from './social-platform.ts';
import type { SocialPlatform } from './social-platform.ts';

/** An account on a social network. */
export interface FoundSocial extends Place {
  /** `platform:name` in lower case; `:name` when the network is not known. */
  readonly value: string;
  readonly platform: SocialPlatform | null;
  readonly display: string;
}

const AT_NAME = /(?<![\p{L}\p{N}@._/])@([a-z0-9](?:[a-z0-9_.]{1,38}[a-z0-9_])?)(?![\p{L}\p{N}@])/gu;
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${spellingsOf('telegram', 'tiktok', 'instagram', 'facebook', 'youtube')})[\\s:=\\-–]+(?:(?:${BETWEEN_WORDS})[\\s:=]+)*([a-z][a-z0-9_.]{2,30}[a-z0-9_])(?![\\p{L}\\p{N}@_/-]|\\.[\\p{L}\\p{N}])`,
  'gu',
);
const FACEBOOK = `(?:${spellingsOf('facebook')})`;
/** Facebook's own numbers of accounts: "uid fb 1000…". */
const FACEBOOK_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FACEBOOK}[\\s:]+(?:uid|id)|(?:uid|id)[\\s:]+${FACEBOOK})[\\s:=]*(?:la )?(\\d{8,17})(?!\\d)`,
  'gu',
);
/** Networks on which a telephone number is the account. */
const BY_PHONE: readonly (SocialPlatform | null)[] = ['zalo', 'viber', 'whatsapp', 'telegram'];

/** Social accounts by their links, by `@name`, by "tele: name_1", and telephone numbers called somebody's Zalo. */
export function findSocials(text: string): FoundSocial[] {
  const folded = fold(readable(text));
  const links = findLinks(text);
  const found: FoundSocial[] = links.flatMap((link) => {
    const account = accountOfLink(link);
    if (account === null) return [];
    const { display, start, end } = link;
    const { platform, name } = account;
    return [{ value: `${platform}:${name.toLowerCase()}`, platform, display, start, end }];
  });
  const isFree = (place: Place) => ![...found, ...links].some((other) => overlaps(other, place));
  for (const match of folded.matchAll(AT_NAME)) {
    const place = { start: match.index, end: match.index + match[0].length };
    if (isFree(place)) found.push(toSocial(platformAround(folded, place), match[1] ?? '', place));
  }
  for (const match of [...folded.matchAll(NAMED), ...folded.matchAll(FACEBOOK_NUMBER)]) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    const place = { start: end - name.length, end };
    if (/[\d_]/.test(name) && isFree(place)) found.push(toSocial(platformAround(folded, place), name, place));
  }
  return [...found, ...byPhone(text, folded)].sort((one, other) => one.start - other.start);
}

const byPhone = (text: string, folded: string): FoundSocial[] =>
  findPhones(text).flatMap(({ value, display, start, end }) => {
    const platform = platformAround(folded, { start, end });
    if (platform === null || !BY_PHONE.includes(platform)) return [];
    return [
      {
        value: `${platform}:${value}`,
        platform,
        display: `${PLATFORM_NAMES[platform]} ${display}`,
        start,
        end,
      },
    ];
  });

function toSocial(platform: SocialPlatform | null, name: string, place: Place): FoundSocial {
  const display = platform === null ? `@${name}` : `${PLATFORM_NAMES[platform]} @${name}`;
  return { value: `${platform ?? ''}:${name.toLowerCase()}`, platform, display, ...place };
}
