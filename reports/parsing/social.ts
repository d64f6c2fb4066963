import { fold, readable } from './fold.ts';
import type { FoundLink } from './link.ts';
import { findLinks } from './link.ts';
import { findPhones } from './phone.ts';
import type { Place } from './place.ts';
import { overlaps } from './place.ts';

type SocialPlatform =
  'facebook' | 'zalo' | 'telegram' | 'tiktok' | 'instagram' | 'youtube' | 'x' | 'viber' | 'whatsapp';

/** An account on a social network. */
export interface FoundSocial extends Place {
  /** `platform:name` in lower case; `:name` when the network is not known. */
  readonly value: string;
  readonly platform: SocialPlatform | null;
  readonly display: string;
}

const HOSTS: readonly (readonly [RegExp, SocialPlatform])[] = [
  [/(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|m\.me|messenger\.com)$/, 'facebook'],
  [/(?:^|\.)(?:zalo\.me|zaloapp\.com)$/, 'zalo'],
  [/(?:^|\.)(?:t\.me|telegram\.me|telegram\.dog)$/, 'telegram'],
  [/(?:^|\.)tiktok\.com$/, 'tiktok'],
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)(?:x\.com|twitter\.com)$/, 'x'],
  [/(?:^|\.)(?:wa\.me|whatsapp\.com)$/, 'whatsapp'],
];

/** First parts of a path that are pages of the network and not somebody's account. */
const PAGES = new Set(['watch', 'reel', 'reels', 'share', 'sharer', 'story.php', 'permalink.php', 'photo', 'photo.php', 'video', 'videos', 'marketplace', 'hashtag', 'login', 'search', 'events', 'posts', 'shorts', 'p', 'pc', 'help', 'l.php', 'joinchat', 's', 'explore']); // prettier-ignore

const WORDS: readonly (readonly [RegExp, SocialPlatform])[] = [
  [/(?:telegram|telegarm|tele|tlg|tlgr)$/, 'telegram'],
  [/(?:facebook|face ?book|fb|face|messenger|mess)$/, 'facebook'],
  [/zalo$/, 'zalo'],
  [/(?:tiktok|tik tok|tik-tok)$/, 'tiktok'],
  [/(?:instagram|insta|ig)$/, 'instagram'],
  [/(?:youtube|yt)$/, 'youtube'],
  [/(?:twitter)$/, 'x'],
  [/viber$/, 'viber'],
  [/(?:whatsapp|whats app)$/, 'whatsapp'],
];

const BETWEEN =
  /(?:[\s:=\-–(]|\b(?:ten|la|nick|acc|id|tai khoan|username|user|so|sdt|cua no|cua ho|co ten|nhom|kenh|group)\b)*$/;
const AT_NAME = /(?<![\p{L}\p{N}@._/])@([a-z0-9](?:[a-z0-9_.]{1,38}[a-z0-9_])?)(?![\p{L}\p{N}@])/gu;
const NAMED =
  /(?<![\p{L}\p{N}])(?:telegram|tele|tlg|tiktok|tik tok|instagram|insta|ig)[\s:=\-–]+(?:(?:ten|la|nick|acc|id|username|user)[\s:=]+)*([a-z][a-z0-9_.]{3,31})(?![\p{L}\p{N}@._/])/gu;

/** Social accounts by their links, by `@name`, by "tele: name_1", and telephone numbers called somebody's Zalo. */
export function findSocials(text: string): FoundSocial[] {
  const typed = readable(text);
  const folded = fold(typed);
  const links = findLinks(text);
  const found: FoundSocial[] = links.flatMap((link) => fromLink(link) ?? []);
  const isFree = (place: Place) => ![...found, ...links].some((other) => overlaps(other, place));
  for (const match of folded.matchAll(AT_NAME)) {
    const name = match[1] ?? '';
    const place = { start: match.index, end: match.index + match[0].length };
    if (isFree(place)) found.push(toSocial(platformBefore(folded, place.start), name, place));
  }
  for (const match of folded.matchAll(NAMED)) {
    const name = match[1] ?? '';
    const place = { start: match.index + match[0].length - name.length, end: match.index + match[0].length };
    const isHandle = /[\d_]/.test(name) && /[a-z]/.test(name);
    if (isHandle && isFree(place)) found.push(toSocial(platformBefore(folded, place.start), name, place));
  }
  for (const phone of findPhones(text)) {
    const platform = platformBefore(folded, phone.start);
    if (platform === 'zalo' || platform === 'viber' || platform === 'whatsapp' || platform === 'telegram') {
      found.push({
        value: `${platform}:${phone.value}`,
        platform,
        display: `${NAMES[platform]} ${phone.display}`,
        start: phone.start,
        end: phone.end,
      });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

const NAMES: Readonly<Record<SocialPlatform, string>> = {
  facebook: 'Facebook',
  zalo: 'Zalo',
  telegram: 'Telegram',
  tiktok: 'TikTok',
  instagram: 'Instagram',
  youtube: 'YouTube',
  x: 'X',
  viber: 'Viber',
  whatsapp: 'WhatsApp',
};

function toSocial(platform: SocialPlatform | null, name: string, place: Place): FoundSocial {
  const display = platform === null ? `@${name}` : `${NAMES[platform]} @${name}`;
  return { value: `${platform ?? ''}:${name.toLowerCase()}`, platform, display, ...place };
}

function platformBefore(folded: string, at: number): SocialPlatform | null {
  const before = folded.slice(Math.max(0, at - 40), at).replace(BETWEEN, '');
  return WORDS.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/** The account that a link leads to; null when it leads to a post, a video or another site. */
export function fromLink(link: FoundLink): FoundSocial | null {
  const platform = HOSTS.find(([pattern]) => pattern.test(link.host))?.[1];
  if (platform === undefined) return null;
  const parts = link.value
    .slice(link.host.length)
    .split('/')
    .filter((part) => part !== '');
  const name = accountIn(platform, parts);
  if (name === null) return null;
  const { start, end } = link;
  return { value: `${platform}:${name.toLowerCase()}`, platform, display: link.display, start, end };
}

function accountIn(platform: SocialPlatform, parts: readonly string[]): string | null {
  const [first = '', second = '', third = ''] = parts;
  if (first === '') return null;
  const profile = /^profile\.php\?id=(\d+)$/.exec(first);
  if (profile !== null) return profile[1] ?? null;
  if (platform === 'facebook' && first === 'people') return third === '' ? null : third;
  if ((platform === 'facebook' && first === 'groups') || (platform === 'zalo' && first === 'g')) {
    return second === '' ? null : `${first}/${second}`;
  }
  if (platform === 'facebook' && first === 't') return second === '' ? null : second;
  if (platform === 'youtube' && (first === 'channel' || first === 'c')) return second === '' ? null : second;
  if (platform === 'tiktok' && !first.startsWith('@')) return null;
  if (platform === 'zalo' && /^(?:0|84|\+84)\d{9}$/.test(first))
    return first.replace(/^(?:0|84|\+84)/, '+84');
  if (platform === 'telegram' && first.startsWith('+')) return first;
  return PAGES.has(first.toLowerCase()) ? null : first.replace(/^@/, '');
}
