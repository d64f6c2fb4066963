/** A social network or messenger on which somebody has an account. */
export type SocialPlatform =
  'facebook' | 'zalo' | 'telegram' | 'tiktok' | 'instagram' | 'youtube' | 'x' | 'viber' | 'whatsapp';

export const PLATFORM_NAMES: Readonly<Record<SocialPlatform, string>> = {
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

/** As people write them, folded; misspellings that are common, too. */
const SPELLINGS: readonly (readonly [SocialPlatform, string])[] = [
  ['telegram', 'tele[ -]?gram|telegarm|telegam|tele|tlg|tlgr'],
  ['facebook', 'face ?book|fac?e?bo+k|fb|face|phay|messenger|mess'],
  ['zalo', 'zalo|zl'],
  ['tiktok', 'tik[ -]?tok|top top'],
  ['instagram', 'instagram|insta|ins|ig'],
  ['youtube', 'you ?tube|yt'],
  ['x', 'twitter'],
  ['viber', 'viber'],
  ['whatsapp', 'whats? ?app?|wa'],
];

/** Words of any of these networks, for patterns that look for an account beside one. */
export const spellingsOf = (...platforms: readonly SocialPlatform[]): string =>
  SPELLINGS.filter(([platform]) => platforms.includes(platform))
    .map(([, words]) => words)
    .join('|');

/** What may stand between the network and the account: "tele của nó tên là …". */
export const BETWEEN_WORDS =
  'ten|la|nick|acc|id|uid|tai khoan|username|user|so|sdt|dien thoai|cua no|cua ho|cua bon no|bon no|no|co ten|nhom|kenh|group';

const BETWEEN = new RegExp(`(?:[\\s:=\\-–("“']|\\b(?:${BETWEEN_WORDS})\\b)*$`);
const LONGEST_BETWEEN_CHARS = 40;

const BEFORE = SPELLINGS.map(
  ([platform, words]) => [new RegExp(`(?<![a-z])(?:${words})$`), platform] as const,
);
const BEHIND = SPELLINGS.map(
  ([platform, words]) =>
    [
      new RegExp(
        `^["”']?\\s*(?:[(/,–-]\\s*(?:${words})(?![a-z])|(?:tren|qua|ben) (?:${words})(?![a-z])|(?:${words})\\s*(?:$|[).,;\\n]))`,
      ),
      platform,
    ] as const,
);

/** The network named right before or right behind an account, in folded text; null when none is. */
export function platformAround(
  folded: string,
  { start, end }: { readonly start: number; readonly end: number },
): SocialPlatform | null {
  const before = folded.slice(Math.max(0, start - LONGEST_BETWEEN_CHARS), start).replace(BETWEEN, '');
  const behind = folded.slice(end, end + LONGEST_BETWEEN_CHARS);
  return (
    BEFORE.find(([pattern]) => pattern.test(before))?.[1] ??
    BEHIND.find(([pattern]) => pattern.test(behind))?.[1] ??
    null
  );
}
