/** A promise of the case file was broken. */
export class ReportError extends Error {
  override name = 'ReportError';
  readonly code: 'conflict' | 'duplicate-login' | 'not-found' | 'evidence-damaged' | 'undecodable';

  constructor(code: ReportError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
