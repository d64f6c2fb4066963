import type { Receipt } from '../../reports/receipt.ts';
import type { Report } from '../../reports/report.ts';

/** Gives out receipts and tells real ones from others. */
export interface ReceiptDesk {
  /** The part of a receipt's address that nobody can guess; given to the resident alone. */
  token(code: string): string;
  /** The code that the token was made for; null when it was not made here. */
  readToken(token: string): string | null;
  /** Always the same for a report: over its code, the time of submission and the evidence that was there then. */
  sign(report: Pick<Report, 'code' | 'createdAt' | 'evidence'>): Receipt;
  verify(receipt: Receipt): boolean;
}
