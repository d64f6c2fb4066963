import type { Report } from '../../reports/report.ts';
import { newFromResident } from '../../reports/unread.ts';
import { vi } from '../texts/vi.ts';
import { Moment, Notice, Outside } from './parts.tsx';

/** What the resident did since an officer last acted, above everything: otherwise it would have to be looked for. */
export function ResidentNews({ report }: { readonly report: Report }) {
  const news = newFromResident(report);
  if (news.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul class="news">
        {news.map(({ action, at, note }, position) => (
          <li key={position}>
            <b>{vi.report.action[action]}</b> <Moment at={at} />
            {note !== null && (
              <>
                {': '}
                <Outside text={note} />
              </>
            )}
          </li>
        ))}
      </ul>
      {news.some(({ action }) => action === 'added') && <a href="#thread">{vi.report.toThread}</a>}{' '}
      <span class="muted small">{vi.report.newsHint}</span>
    </Notice>
  );
}
