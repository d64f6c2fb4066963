import type { AuditEntry } from '../../reports/ports.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { AUDIT_ACTS } from '../audit-acts.ts';
import { vi } from '../texts/vi.ts';
import { Empty, Moment, Notice, Outside } from './parts.tsx';

interface AuditPageProps {
  readonly entries: readonly AuditEntry[];
  /** Of the reports among them, by id. */
  readonly codes: ReadonlyMap<string, string>;
  readonly searched: string | null;
  readonly isUnknownCode: boolean;
}

export function AuditPage({ entries, codes, searched, isUnknownCode }: AuditPageProps) {
  const text = vi.audit;
  return (
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      <form class="search" method="get" action="/console/nhat-ky" role="search">
        <label for="code">{text.code}</label>
        <input id="code" name="ma" maxLength={20} value={searched ?? ''} autocomplete="off" />
        <button type="submit">{text.show}</button>
        {searched !== null && <a href="/console/nhat-ky">{text.all}</a>}
      </form>
      {isUnknownCode && <Notice tone="warn">{text.noSuchCode}</Notice>}
      {entries.length === 0 && !isUnknownCode && <Empty title={text.emptyTitle} text={text.empty} />}
      {entries.length > 0 && (
        <>
          <p class="muted small">{text.limit(entries.length)}</p>
          <div class="scroll" tabIndex={0} role="region" aria-label={text.title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.at}</th>
                  <th scope="col">{text.who}</th>
                  <th scope="col">{text.action}</th>
                  <th scope="col">{text.subject}</th>
                  <th scope="col">{text.detail}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry, position) => (
                  <Row key={position} entry={entry} codes={codes} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

interface RowProps {
  readonly entry: AuditEntry;
  readonly codes: ReadonlyMap<string, string>;
}

function Row({ entry, codes }: RowProps) {
  const name = Object.entries(AUDIT_ACTS).find(([act]) => act === entry.action)?.[1];
  return (
    <tr>
      <td>
        <Moment at={entry.at} />
      </td>
      <td>
        <Outside text={entry.staffName === '' ? vi.audit.system : entry.staffName} />
      </td>
      <td>
        <Outside text={name ?? entry.action} />
      </td>
      <td>
        <Subject subject={entry.subject} codes={codes} />
      </td>
      <td class="small">{entry.detail !== null && <Outside text={inWords(entry.detail)} />}</td>
    </tr>
  );
}

/** "new → received" as staff say it; whatever else was noted stays as it is. */
function inWords(detail: string): string {
  return detail
    .split(' → ')
    .map((word) => Object.entries(STATUS_WORDS).find(([status]) => status === word)?.[1].label ?? word)
    .join(' → ');
}

function Subject({ subject, codes }: { readonly subject: string; readonly codes: RowProps['codes'] }) {
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const name = Object.entries(vi.audit.subjects).find(([known]) => known === kind)?.[1] ?? kind;
  const paths: Readonly<Record<string, string>> = {
    report: `/console/bao-cao/${encodeURIComponent(id)}`,
    article: `/console/bai-viet/${encodeURIComponent(id)}`,
    handover: `/console/tro-chuyen/${encodeURIComponent(id)}`,
    staff: '/console/can-bo',
  };
  const path = paths[kind];
  if (path === undefined) return <>{name}</>;
  const own = kind === 'report' ? codes.get(id) : kind === 'article' ? id : undefined;
  return (
    <a href={path}>
      {name} {own !== undefined && <Outside text={own} />}
    </a>
  );
}
