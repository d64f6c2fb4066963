import type { ChannelName, ResidentAddress } from './report.ts';

/** A resident's wish to talk to a person. While one is open the bot stays silent in that conversation. */
export interface Handover {
  readonly id: string;
  readonly status: 'waiting' | 'open' | 'ended';
  readonly channel: ChannelName;
  readonly address: ResidentAddress;
  readonly residentKey: string;
  readonly requestedAt: Date;
  readonly urgent: boolean;
  readonly messages: readonly HandoverMessage[];
  readonly version: number;
}

export interface HandoverMessage {
  readonly at: Date;
  readonly from: 'resident' | 'officer';
  readonly staffId: string | null;
  readonly text: string;
}

export interface HandoverReader {
  byId(id: string): Promise<Handover | null>;
  /** The waiting or open one of this resident, if any. */
  current(residentKey: string): Promise<Handover | null>;
  /** Waiting first, then open; oldest first. */
  list(limit: number): Promise<Handover[]>;
}

export interface HandoverWriter {
  add(handover: Handover): void;
  save(handover: Handover): void;
}
