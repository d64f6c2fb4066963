import type { ComponentChildren } from 'preact';
import type { Refused } from '../refused.ts';
import type { ReportActName } from '../act-on-report.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Form } from './parts.tsx';
import type { ReportView } from './report-view.ts';

export interface ActionsProps {
  readonly visit: StaffVisit;
  readonly view: ReportView;
  readonly refused: Refused | null;
}

interface ActProps extends ActionsProps {
  readonly name: ReportActName;
  readonly path: string;
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** One act: folded, except the one to do next and the one that was refused. */
export function Act({ visit, view, refused, name, path, title, open = false, children }: ActProps) {
  const fault = refused?.form === name ? vi.report.fault[refused.fault] : null;
  return (
    <details class="card act" open={open || fault !== null} id={`form-${name}`}>
      <summary>{title}</summary>
      {fault !== null && <p class="error">{fault}</p>}
      <Form visit={visit} action={`/console/bao-cao/${view.report.id}/${path}`} class="stack">
        {children}
      </Form>
    </details>
  );
}

/** What was typed into a field of the form that was refused; null where there is nothing to give back. */
export const typedIn = (refused: Refused | null, form: ReportActName, field: string): string | null =>
  refused?.form === form ? (refused.typed[field] ?? null) : null;
