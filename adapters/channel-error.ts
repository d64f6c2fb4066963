import type { ChannelName } from '../reports/report.ts';

/** What a channel cannot do, whoever asks. */
export type ChannelErrorCode = 'not-supported' | 'malformed-message';

/** A broken promise between this program and a channel; what the platform answers is a SendOutcome, not an error. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  readonly channel: ChannelName;
  readonly code: ChannelErrorCode;

  constructor(channel: ChannelName, code: ChannelErrorCode, message: string) {
    super(message);
    this.channel = channel;
    this.code = code;
  }
}
