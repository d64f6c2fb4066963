import type { AuditEntry } from '../../reports/ports.ts';
import { AUDIT_ACTS } from '../audit-acts.ts';
import { vi } from '../texts/vi.ts';
import { Empty, Moment, Notice, Outside } from './parts.tsx';

interface AuditPageProps {
  readonly entries: readonly AuditEntry[];
  readonly searched: string | null;
  readonly isUnknownCode: boolean;
}

export function AuditPage({ entries, searched, isUnknownCode }: AuditPageProps) {
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
                  <Row key={position} entry={entry} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function Row({ entry }: { readonly entry: AuditEntry }) {
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
        <Subject subject={entry.subject} />
      </td>
      <td>{entry.detail !== null && <Outside text={entry.detail} />}</td>
    </tr>
  );
}

function Subject({ subject }: { readonly subject: string }) {
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
  if (path !== undefined) return <a href={path}>{name}</a>;
  return (
    <>
      {name} <Outside text={id} />
    </>
  );
}
