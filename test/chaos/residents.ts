import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelName } from '../../reports/report.ts';
import type { Phone, Platforms } from '../support/platforms.ts';
import { reportScam } from '../support/report-scam.ts';
import { until } from '../support/until.ts';
import type { Ledger } from './ledger.ts';

/** What every asker says, one thing after the other, so that every asker must be answered alike. */
const SCRIPT = [
  'xin chào',
  'shipper gọi bảo hủy hội viên',
  'menu',
  'ma otp la gi',
  'chặn cuộc gọi rác',
  'menu',
];
/** Said in one breath after a greeting: all the same, because they may overtake each other. */
const BURST = ['menu', 'menu', 'menu', 'menu', 'menu'];
/** Under the worst weather a message is tried again for a quarter of an hour. */
const PATIENCE_MS = 900_000;

export type Manner = 'asker' | 'hasty';

export interface Resident {
  readonly channel: ChannelName;
  readonly userId: string;
  readonly manner: Manner | 'reporter';
  readonly phone: Phone;
}

export interface FiledReport {
  readonly code: string;
  readonly channel: ChannelName;
  readonly picture: Buffer;
}

export interface People {
  /** One whole conversation of a new resident; resolves when all of it is acknowledged. */
  live(channel: ChannelName, manner: Manner): Promise<Resident>;
  /** A new resident files a whole report with a picture. */
  report(channel: ChannelName, picture: Buffer): Promise<FiledReport>;
  readonly everybody: readonly Resident[];
  readonly said: () => number;
}

export function createPeople(platforms: Platforms, ledger: Ledger, random: () => number): People {
  const everybody: Resident[] = [];
  let said = 0;

  const appear = (channel: ChannelName, manner: Resident['manner']): Resident => {
    const number = String(everybody.length).padStart(5, '0');
    const userId = channel === 'zalo' ? `83000000000000${number}` : `71000000000${number}`;
    const resident = { channel, userId, manner, phone: platforms.phone(channel, userId) };
    everybody.push(resident);
    return resident;
  };
  const isHeard = (userId: string, count: number) =>
    until(`message ${count} to be acknowledged`, () => ledger.of(userId) >= count, PATIENCE_MS);

  return {
    everybody,
    said: () => said,
    live: async (channel, manner) => {
      const resident = appear(channel, manner);
      const { phone, userId } = resident;
      const words = manner === 'asker' ? SCRIPT : ['xin chào', ...BURST];
      for (const [index, text] of words.entries()) {
        phone.say(text);
        said += 1;
        if (manner === 'asker' || index === 0) await isHeard(userId, index + 1);
        await pause(random() * (manner === 'asker' ? 400 : 20));
      }
      await isHeard(userId, words.length);
      return resident;
    },
    report: async (channel, picture) => {
      const { phone } = appear(channel, 'reporter');
      const { code } = await reportScam(phone, picture, PATIENCE_MS);
      return { code, channel, picture };
    },
  };
}
