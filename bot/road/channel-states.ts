import type { Collection } from 'mongodb';
import type { MessengerChannel } from '../../adapters/messenger/index.ts';
import type { ZaloChannel } from '../../adapters/zalo/index.ts';
import type { ChannelState, ChannelStates } from '../../console/dependencies.ts';
import type { Clock } from '../../reports/ports.ts';
import { readableMoment } from '../../reports/moments.ts';
import { CHANNEL_NAMES, type ChannelName } from '../../reports/report.ts';
import type { InboxDocument } from './documents.ts';

/** How long what a platform said against us stays on the page. */
const ALARM_SHOWN_MS = 3 * 86_400_000;

const ALARM_WORDS: Readonly<Record<string, string>> = {
  permission_revoked: 'quyền của ứng dụng đã bị thu hồi',
  policy_enforcement: 'Trang bị cảnh cáo hoặc bị chặn vì chính sách; xem mục Chất lượng Trang của Facebook',
};

const NEEDS_CONSENT =
  'Zalo không còn chấp nhận quyền đã cấp. Quản trị viên Official Account cần cấp lại quyền cho ứng dụng.';

export function createChannelStates(options: {
  readonly configured: ReadonlySet<ChannelName>;
  /** Channels that the sandbox stands in for. */
  readonly sandboxed: ReadonlySet<ChannelName>;
  readonly zalo:
    (Pick<ZaloChannel, 'quota'> & { readonly tokens: Pick<ZaloChannel['tokens'], 'state'> }) | null;
  readonly messenger: Pick<MessengerChannel, 'pause'> | null;
  readonly inbox: Collection<InboxDocument>;
  readonly clock: Clock;
  /** What the watchdog has to say of a channel. */
  readonly noteOf: (channel: ChannelName) => string | null;
}): ChannelStates {
  const { configured, sandboxed, zalo, messenger, inbox, clock, noteOf } = options;

  const alarmOf = async (channel: ChannelName): Promise<string | null> => {
    const since = new Date(clock().getTime() - ALARM_SHOWN_MS);
    const newest = await inbox
      .find({ kind: 'alarm', channel, receivedAt: { $gte: since } })
      .sort({ receivedAt: -1 })
      .limit(1)
      .next();
    if (newest === null) return null;
    const at = readableMoment(newest.receivedAt);
    const words = ALARM_WORDS[newest.name];
    return `Nền tảng báo lúc ${at}: ${words === undefined ? newest.name : `${words} (${newest.name})`}.`;
  };

  const stateOf = async (channel: ChannelName): Promise<ChannelState> => {
    if (!configured.has(channel)) return { channel, state: 'not-configured', note: null };
    const isLost = channel === 'zalo' && (await zalo?.tokens.state()) === 'needs-consent';
    const state = isLost ? 'needs-consent' : sandboxed.has(channel) ? 'sandbox' : 'working';
    const notes = [
      isLost ? NEEDS_CONSENT : null,
      state === 'sandbox' ? 'Đang chạy thử trên trang điện thoại.' : null,
      await alarmOf(channel),
      noteOf(channel),
      channel === 'zalo' ? quotaNote(zalo) : pauseNote(messenger),
    ].filter((note) => note !== null);
    return { channel, state, note: notes.length === 0 ? null : notes.join(' ') };
  };
  return { list: () => Promise.all(CHANNEL_NAMES.map(stateOf)) };
}

/** Where Zalo tells what is left and it is little: a tenth or less. */
function quotaNote(zalo: Pick<ZaloChannel, 'quota'> | null): string | null {
  const quota = zalo?.quota() ?? null;
  if (quota === null) return null;
  const { remaining, total } = quota;
  return remaining <= total / 10 ? `Zalo chỉ còn ${remaining}/${total} tin trong hạn mức.` : null;
}

/** Where Meta keeps the Page from sending. */
function pauseNote(messenger: Pick<MessengerChannel, 'pause'> | null): string | null {
  const pause = messenger?.pause() ?? null;
  if (pause === null) return null;
  return `Facebook đang tạm chặn Trang gửi tin (mã ${pause.code}); tin trả lời được giữ lại, máy gửi thử lại sau ${readableMoment(pause.until)}. Xem mục Chất lượng Trang của Facebook.`;
}
