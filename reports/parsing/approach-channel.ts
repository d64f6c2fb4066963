import { fold, readable } from './fold.ts';

/** Values of the question "where": through what the offender came. */
export const APPROACH_CHANNELS = {
  call: 'Gọi điện',
  sms: 'Tin nhắn SMS',
  zalo: 'Zalo',
  facebook: 'Facebook, Messenger',
  telegram: 'Telegram',
  tiktok: 'TikTok',
  website: 'Trang web, ứng dụng',
  'in-person': 'Gặp trực tiếp',
} as const;
export type ApproachChannel = keyof typeof APPROACH_CHANNELS;

const PATTERNS: readonly (readonly [ApproachChannel, RegExp])[] = [
  ['zalo', /(?<![\p{L}])(?:zalo|zl|da lo)(?![\p{L}])/u],
  [
    'facebook',
    /(?<![\p{L}])(?:facebook|face ?book|fb|fanpage|messenger|mess|tren face|qua face|facebok|phay|phe buc)(?![\p{L}])/u,
  ],
  ['telegram', /(?<![\p{L}])(?:telegram|telegarm|tele|tlg|telegam)(?![\p{L}])/u],
  ['tiktok', /(?<![\p{L}])(?:tiktok|tik tok|tik-tok|toptop)(?![\p{L}])/u],
  [
    'sms',
    /(?<![\p{L}])(?:sms|tin nhan dien thoai|nhan tin dien thoai|tin nhan thuong hieu|brandname|tin nhan den may|tin nhan tu (?:so|ngan hang|vcb|dau so))(?![\p{L}])/u,
  ],
  [
    'call',
    /(?<![\p{L}])(?:(?:goi|dien)(?: dien)?(?: thoai)?(?: (?:den|toi|cho|bao|vao|lai|xung|xung la|noi|hu|doa|may|bang))(?! zalo| video| qua zalo| fb| face)|goi (?=\+?\d{3})|goi dien(?: thoai)?|cuoc goi|nghe may|bam may|so la goi)(?![\p{L}])/u,
  ],
  [
    'website',
    /(?<![\p{L}])(?:trang web|website|web|wed|duong link|link|app|ung dung|shopee|lazada|sendo|chotot|cho tot|google|san thuong mai|trang mang)(?![\p{L}])/u,
  ],
  [
    'in-person',
    /(?<![\p{L}])(?:gap (?:truc tiep|mat|ngoai)|(?:den|toi|vao|qua|o) (?:tan )?nha (?:toi|em|minh|con|me|bo|ba|ong|chung)|den tan nha|tai nha|ngoai cho|o cho|ngoai duong|mat doi mat|gap tan noi)(?![\p{L}])/u,
  ],
];

/** The channels that a message names, in the order of naming. */
export function findApproachChannels(text: string): ApproachChannel[] {
  const folded = fold(readable(text));
  return PATTERNS.flatMap(([channel, pattern]) => {
    const match = pattern.exec(folded);
    return match === null ? [] : [{ channel, at: match.index }];
  })
    .sort((one, other) => one.at - other.at)
    .map(({ channel }) => channel);
}
