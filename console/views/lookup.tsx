import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { HistoryEntry, Report, ReportStatus } from '../../reports/report.ts';
import { STATUSES } from '../../reports/report.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { readableMoment } from '../../reports/moments.ts';
import { vi } from '../texts/vi.ts';
import { Field } from './field.tsx';
import { Moment, Notice, Outside, StatusTag } from './parts.tsx';

export type LookupFault = 'wrong' | 'tooMany';

interface LookupFormProps {
  readonly code: string;
  readonly fault: LookupFault | null;
}

/** Works without a script. The PIN is never filled in again, nor ever part of an address. */
export function LookupForm({ code, fault }: LookupFormProps) {
  const text = vi.lookup;
  return (
    <section class="card narrow">
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      {fault !== null && <Notice tone="bad">{text[fault]}</Notice>}
      <form method="post" action="/tra-cuu" class="stack">
        <Field id="code" label={text.code} hint={text.codeHint}>
          <input
            id="code"
            name="code"
            class="code-input"
            value={code}
            maxLength={20}
            autocapitalize="characters"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="code-note"
            required
          />
        </Field>
        <Field id="pin" label={text.pin} hint={text.pinHint}>
          <input
            id="pin"
            name="pin"
            class="code-input"
            type="password"
            inputMode="numeric"
            maxLength={12}
            autocomplete="off"
            aria-describedby="pin-note"
            required
          />
        </Field>
        <button type="submit">{text.show}</button>
      </form>
      <p class="muted small">{text.forgot}</p>
    </section>
  );
}

interface FoundReportProps {
  readonly report: Report;
  readonly views: { readonly count: number; readonly lastAt: Date | null };
}

/** Status and what the police wrote. Nothing personal: neither what was told nor who works on it. */
export function FoundReport({ report, views }: FoundReportProps) {
  const text = vi.lookup;
  const written = report.messages.filter(({ from }) => from === 'officer');
  return (
    <article class="found">
      <section class="card">
        <h1 class="code">{report.code}</h1>
        <p>
          <StatusTag status={report.status} />
        </p>
        <p class="plain-status">{STATUS_WORDS[report.status].plain}</p>
        <dl class="facts">
          <dt>{text.category}</dt>
          <dd>{CATEGORY_INFO[report.category].name}</dd>
          <dt>{text.sentAt}</dt>
          <dd>
            <Moment at={report.createdAt} />
          </dd>
          <dt>{text.receivedAt}</dt>
          <dd>{report.receivedAt === null ? text.notReceived : <Moment at={report.receivedAt} />}</dd>
          <dt>{text.evidence}</dt>
          <dd>{text.evidenceCount(report.evidence.length)}</dd>
          <dt>{text.views}</dt>
          <dd>
            {text.viewsCount(views.count)}
            {views.lastAt !== null && `, ${text.lastView(readableMoment(views.lastAt))}`}
          </dd>
        </dl>
      </section>
      <section class="card">
        <h2>{text.wrote}</h2>
        {written.length === 0 && <p class="muted">{text.nothingWritten}</p>}
        <ol class="messages">
          {written.map((message) => (
            <li key={message.id} class="message from-officer">
              <p class="message-head">
                <Moment at={message.at} />
              </p>
              <Outside text={message.text} block />
            </li>
          ))}
        </ol>
        <p>{text.next}</p>
      </section>
      <section class="card">
        <h2>{text.steps}</h2>
        <ol class="timeline">
          {report.history.map((entry, position) => (
            <Step key={position} entry={entry} />
          ))}
        </ol>
      </section>
      <p class="muted">
        {text.done} <a href="/tra-cuu">{text.again}</a>
      </p>
    </article>
  );
}

/** What a resident may know of the history: their own acts and the status. Names, notes and reasons stay inside. */
function Step({ entry }: { readonly entry: HistoryEntry }) {
  const label = labelOf(entry);
  if (label === null) return null;
  return (
    <li>
      <b>{label}</b>
      <p class="muted small">
        <Moment at={entry.at} />
      </p>
    </li>
  );
}

function labelOf({ action, to }: HistoryEntry): string | null {
  if (action === 'submitted') return vi.lookup.sent;
  if (action === 'added') return vi.lookup.added;
  if (action !== 'status-changed' && action !== 'withdrawn') return null;
  const status: ReportStatus | undefined = STATUSES.find((known) => known === to);
  return status === undefined ? null : STATUS_WORDS[status].label;
}
