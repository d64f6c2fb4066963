import type { Report } from '../../reports/report.ts';
import type { Does, Phone } from '../support/talk-to-bot.ts';

/** What the resident does, then what the bot answers: each text must be found in what it said in that turn. */
export type Turn = readonly [does: Does | Wait, ...answers: readonly (string | RegExp)[]];

export interface Wait {
  readonly waitsMinutes: number;
}

/** One conversation as a staff member could check it. */
export interface ConversationTable {
  readonly name: string;
  readonly turns: readonly Turn[];
  /** Rests on what the rules of `decisions.ts` decide, or on what the answer chain does; absent where both will do. */
  readonly decidedBy?: 'rules' | 'chain';
  /** What must be true of the one report that was sent. */
  readonly report?: (report: Report) => void;
  /** How many reports there are at the end; 1 if `report` is given, else 0. */
  readonly reports?: number;
  readonly check?: (phone: Phone) => void | Promise<void>;
  readonly before?: (phone: Phone) => void | Promise<void>;
}
