export type BackupFault =
  'not-empty' | 'not-a-backup' | 'damaged' | 'other-key' | 'target-not-empty' | 'not-the-same';

/** A backup that cannot be written or restored; `fault` says why, the message which part. Nothing is left half done. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly fault: BackupFault;
  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
