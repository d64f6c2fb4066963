import type { Change, StaffActor } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Classification, Report } from './report.ts';

/** The legal kinds in the words of the register (Điều 144 Bộ luật Tố tụng hình sự). */
export const CLASSIFICATION_NAMES: Readonly<Record<Classification, string>> = {
  'to-giac': 'Tố giác về tội phạm',
  'tin-bao': 'Tin báo về tội phạm',
  'kien-nghi-khoi-to': 'Kiến nghị khởi tố',
  'phan-anh-antt': 'Phản ánh an ninh, trật tự',
  'ngoai-tham-quyen': 'Ngoài thẩm quyền',
};

/** An officer says what the report is by law. Null takes a mistaken classification back. */
export function classify(
  report: Report,
  change: {
    readonly to: Classification | null;
    readonly by: StaffActor;
    readonly note: string | null;
    readonly now: Date;
  },
): Change<'unchanged'> {
  if (change.to === report.classification) return refuse('unchanged');
  return applyChange(
    report,
    { classification: change.to },
    {
      at: change.now,
      by: change.by,
      action: 'classified',
      from: report.classification,
      to: change.to,
      note: change.note,
    },
  );
}
