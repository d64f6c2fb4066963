import type { FoundLink } from './link.ts';
import type { SocialPlatform } from './social-platform.ts';

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
const PAGES = new Set(['watch', 'reel', 'reels', 'share', 'sharer', 'story.php', 'permalink.php', 'photo', 'photo.php', 'video', 'videos', 'marketplace', 'hashtag', 'login', 'search', 'events', 'posts', 'shorts', 'p', 'pc', 'help', 'l.php', 'joinchat', 's', 'explore', 'stories', 'qr', 'send']); // prettier-ignore

/** Where the account stands second in the path, by its first part. */
const SECOND: Readonly<Partial<Record<SocialPlatform, readonly string[]>>> = {
  facebook: ['t'],
  youtube: ['channel', 'c', 'user'],
  instagram: ['stories'],
};

/** The account that a link leads to; null when it leads to a post, a video or another site. */
export function accountOfLink(link: FoundLink): { platform: SocialPlatform; name: string } | null {
  const platform = HOSTS.find(([pattern]) => pattern.test(link.host))?.[1];
  if (platform === undefined) return null;
  const parts = link.value
    .slice(link.host.length)
    .split('/')
    .filter((part) => part !== '');
  const name = accountIn(platform, parts);
  return name === null || name === '' ? null : { platform, name };
}

function accountIn(platform: SocialPlatform, parts: readonly string[]): string | null {
  const [first = '', second = '', third = ''] = parts;
  if (first === '') return null;
  const profile = /^profile\.php\?id=(\d+)$/.exec(first);
  if (profile !== null) return profile[1] ?? null;
  if (platform === 'facebook' && first === 'people') return third;
  if ((platform === 'facebook' && first === 'groups') || (platform === 'zalo' && first === 'g'))
    return second === '' ? null : `${first}/${second}`;
  if (SECOND[platform]?.includes(first) === true) return second;
  if (platform === 'tiktok' && !first.startsWith('@')) return null;
  if (platform === 'zalo' || platform === 'whatsapp') return byNumber(first);
  if (platform === 'telegram' && first.startsWith('+')) return first;
  return nameIn(first);
}

const nameIn = (first: string): string | null =>
  PAGES.has(first.toLowerCase()) ? null : first.replace(/^@/, '');

/** These name people by telephone number; fewer digits are a number cut off by a gap. */
function byNumber(first: string): string | null {
  const number = /^(?:send\?phone=)?(\+?\d+)$/.exec(first)?.[1];
  if (number === undefined) return nameIn(first);
  if (/^(?:0|\+?84)\d{9}$/.test(number)) return number.replace(/^(?:0|\+?84)/, '+84');
  return number.length < 9 ? null : number;
}
