import type { Evidence, Report } from '../../reports/report.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { evidencePath } from './evidence-grid.tsx';
import { Form, Notice, Outside } from './parts.tsx';

interface DownloadWarningProps {
  readonly visit: StaffVisit;
  readonly report: Report;
  readonly item: Evidence;
}

/** Between an officer and a file that somebody else made. */
export function DownloadWarning({ visit, report, item }: DownloadWarningProps) {
  return (
    <section class="card narrow">
      <h1>{vi.evidence.warnTitle}</h1>
      <p>
        <b>{vi.evidenceKind[item.kind]}</b> <Outside text={item.name} />
      </p>
      <p class="fine-print">
        SHA-256 <code>{item.sha256}</code>
      </p>
      <Notice tone="warn">{vi.evidence.warn}</Notice>
      <p>{vi.evidence.warnLog}</p>
      <Form visit={visit} action={`${evidencePath(report.id, item.id)}/goc`} class="buttons">
        <button type="submit">{vi.evidence.download}</button>
        <a href={`/console/bao-cao/${report.id}`}>{vi.common.cancel}</a>
      </Form>
    </section>
  );
}

export function DamagedEvidence() {
  return (
    <section class="card narrow">
      <h1>{vi.evidence.damagedTitle}</h1>
      <p>{vi.evidence.damaged}</p>
    </section>
  );
}
