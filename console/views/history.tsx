import { CATEGORY_INFO } from '../../reports/categories.ts';
import { CLASSIFICATION_NAMES } from '../../reports/classify.ts';
import type { Actor, HistoryEntry, Report } from '../../reports/report.ts';
import { CATEGORIES, CLASSIFICATIONS, STATUSES, URGENCIES } from '../../reports/report.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { vi } from '../texts/vi.ts';
import { Moment, Outside } from './parts.tsx';

/** Everything that was done with the report, oldest first. */
export function History({ report }: { readonly report: Report }) {
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{vi.report.history}</h2>
      <HistoryList report={report} />
    </section>
  );
}

export function HistoryList({ report }: { readonly report: Report }) {
  return (
    <ol class="timeline">
      {report.history.map((entry, position) => (
        <li key={position}>
          <p>
            <b>{vi.report.action[entry.action]}</b>
            <Step entry={entry} />
          </p>
          <p class="muted small">
            <Moment at={entry.at} /> · <Outside text={nameOf(entry.by)} />
          </p>
          {entry.note !== null && <Outside text={entry.note} block />}
        </li>
      ))}
    </ol>
  );
}

function Step({ entry }: { readonly entry: HistoryEntry }) {
  const { from, to } = entry;
  if (entry.action === 'submitted' || (from === null && to === null)) return null;
  return (
    <>
      {': '}
      {from !== null && (
        <>
          <Outside text={wordsFor(from)} /> →{' '}
        </>
      )}
      <Outside text={to === null ? vi.report.nobody : wordsFor(to)} />
    </>
  );
}

function nameOf(actor: Actor): string {
  return actor.kind === 'staff' ? actor.name : vi.report.actor[actor.kind];
}

/** The value of a change as people call it; names stay as they are. */
function wordsFor(value: string): string {
  const status = STATUSES.find((known) => known === value);
  if (status !== undefined) return STATUS_WORDS[status].label;
  const category = CATEGORIES.find((known) => known === value);
  if (category !== undefined) return `${category} ${CATEGORY_INFO[category].shortName}`;
  const classification = CLASSIFICATIONS.find((known) => known === value);
  if (classification !== undefined) return CLASSIFICATION_NAMES[classification];
  const urgency = URGENCIES.find((known) => known === value);
  return urgency === undefined ? value : `${urgency} ${vi.urgency[urgency]}`;
}
