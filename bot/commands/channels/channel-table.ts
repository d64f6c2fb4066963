import type { Collection } from 'mongodb';
import { SUBSCRIBED_FIELDS, type MessengerChannel } from '../../../adapters/messenger/index.ts';
import type { ZaloChannel } from '../../../adapters/zalo/index.ts';
import { CHANNEL_NAMES, type ChannelName } from '../../../reports/report.ts';
import type { InboxDocument } from '../../road/documents.ts';

/** One line of the table: what, and how it is. */
export type Line = readonly [string, string];

export interface StatusParts {
  readonly zalo: ZaloChannel | null;
  readonly messenger: MessengerChannel | null;
  readonly inbox: Collection<InboxDocument>;
}

const tokenStates = {
  live: 'còn hiệu lực',
  'needs-consent': 'ĐÃ MẤT: quản trị viên Official Account cần cấp quyền lại',
  none: 'chưa có',
} as const;

/** How each channel does, as far as the database and the platforms tell. */
export async function channelStatus(parts: StatusParts): Promise<Map<ChannelName, Line[]>> {
  const table = new Map<ChannelName, Line[]>();
  for (const channel of CHANNEL_NAMES) {
    const isSet = parts[channel] !== null;
    table.set(channel, [
      ['Thông tin kết nối', isSet ? 'có' : 'chưa đặt'],
      ...(isSet ? await (channel === 'zalo' ? zaloLines(parts.zalo) : messengerLines(parts.messenger)) : []),
      ['Sự kiện gần nhất', await newestEvent(parts.inbox, channel)],
    ]);
  }
  return table;
}

async function zaloLines(zalo: ZaloChannel | null): Promise<Line[]> {
  return zalo === null ? [] : [['Token', tokenStates[await zalo.tokens.state()]]];
}

async function messengerLines(messenger: MessengerChannel | null): Promise<Line[]> {
  if (messenger === null) return [];
  const [fields, face] = await Promise.all([messenger.page.subscriptions(), messenger.page.readFace()]);
  const silent = 'Meta không trả lời hoặc từ chối token';
  const missing = fields === null ? [] : SUBSCRIBED_FIELDS.filter((field) => !fields.includes(field));
  const shown = [
    face?.get_started && 'nút Bắt đầu',
    face?.persistent_menu && 'menu',
    face?.ice_breakers && 'câu hỏi gợi ý',
    face?.greeting && 'lời chào',
  ].filter((part) => typeof part === 'string');
  return [
    ['Token', fields === null ? silent : 'dùng được'],
    [
      'Đăng ký sự kiện',
      fields === null ? silent : missing.length === 0 ? 'đủ' : `thiếu ${missing.join(', ')}`,
    ],
    ['Trang', face === null ? silent : shown.length === 0 ? 'chưa đặt gì' : shown.join(', ')],
  ];
}

async function newestEvent(inbox: Collection<InboxDocument>, channel: ChannelName): Promise<string> {
  const newest = await inbox.find({ channel }).sort({ receivedAt: -1 }).limit(1).next();
  return newest === null ? 'chưa có trong 7 ngày' : newest.receivedAt.toISOString();
}

export function printChannels(table: ReadonlyMap<ChannelName, readonly Line[]>): string {
  const width = Math.max(...[...table.values()].flat().map(([what]) => what.length));
  return [...table]
    .map(([channel, lines]) =>
      [channel, ...lines.map(([what, how]) => `  ${what.padEnd(width)}  ${how}`)].join('\n'),
    )
    .join('\n\n');
}
