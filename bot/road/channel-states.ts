import type { ZaloChannel } from '../../adapters/zalo/index.ts';
import { CHANNEL_NAMES, type ChannelName } from '../../reports/report.ts';

/** How a channel is doing, for staff; `note` is Vietnamese. */
export interface ChannelState {
  readonly channel: ChannelName;
  readonly state: 'working' | 'sandbox' | 'not-configured' | 'down';
  readonly note: string | null;
}

export interface ChannelStates {
  list(): Promise<readonly ChannelState[]>;
}

export function createChannelStates(options: {
  readonly configured: ReadonlySet<ChannelName>;
  /** Channels that the sandbox stands in for. */
  readonly sandboxed: ReadonlySet<ChannelName>;
  readonly zalo: ZaloChannel | null;
  /** What the watchdog has to say of a channel. */
  readonly noteOf: (channel: ChannelName) => string | null;
}): ChannelStates {
  const { configured, sandboxed, zalo, noteOf } = options;
  const stateOf = async (channel: ChannelName): Promise<ChannelState> => {
    if (!configured.has(channel)) return { channel, state: 'not-configured', note: null };
    if (channel === 'zalo' && zalo !== null && (await zalo.tokens.state()) === 'needs-consent') {
      const note =
        'Zalo không còn chấp nhận quyền đã cấp. Quản trị viên Official Account cần cấp lại quyền cho ứng dụng.';
      return { channel, state: 'down', note };
    }
    if (sandboxed.has(channel))
      return { channel, state: 'sandbox', note: 'Đang chạy thử trên trang điện thoại.' };
    return { channel, state: 'working', note: noteOf(channel) };
  };
  return { list: () => Promise.all(CHANNEL_NAMES.map(stateOf)) };
}
