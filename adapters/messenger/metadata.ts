const MARK = 'outbox:';

/** What goes into `message.metadata`: it comes back in the echo and tells that a message arrived. */
export function writeMark(outboxId: string): string {
  return `${MARK}${outboxId}`;
}

/** The outbox id of an echo of ours, else null. */
export function readMark(metadata: string | null | undefined): string | null {
  if (typeof metadata !== 'string' || !metadata.startsWith(MARK)) return null;
  return metadata.slice(MARK.length);
}
