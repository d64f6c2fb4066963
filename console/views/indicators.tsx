import { CATEGORY_INFO } from '../../reports/categories.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import { readableDate } from '../../reports/moments.ts';
import type { Indicator } from '../../reports/report.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { CopyButton } from './copy-button.tsx';
import { Form, Outside } from './parts.tsx';
import type { LinkedIndicator, ReportView } from './report-view.ts';

/** Numbers, accounts and links of the offender, each with the other reports that name it. */
export function Indicators({ visit, view }: { readonly visit: StaffVisit; readonly view: ReportView }) {
  return (
    <section class="card" aria-labelledby="indicators">
      <h2 id="indicators">{vi.report.indicators}</h2>
      {view.links.length === 0 ? (
        <p class="muted">{vi.report.noIndicators}</p>
      ) : (
        <ul class="indicators">
          {view.links.map((link) => (
            <li key={`${link.indicator.kind} ${link.indicator.value}`}>
              <span class="muted small">{vi.report.indicatorKind[link.indicator.kind]}</span>
              <div class="trace">
                <strong>
                  <Outside text={link.indicator.display} />
                </strong>
                <CopyButton text={copied(link.indicator)} what={link.indicator.display} />
              </div>
              <Linked link={link} />
              <Verification visit={visit} reportId={view.report.id} link={link} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** As a bank or a platform wants it: an account without the name of its bank. */
const copied = ({ kind, value, display }: Indicator): string =>
  kind === 'account' ? value.slice(value.indexOf(':') + 1) : display;

function Linked({ link }: { readonly link: LinkedIndicator }) {
  const { rows, hasMore, indicator } = link;
  if (rows.length === 0) return <span class="muted">{vi.report.onlyHere}</span>;
  const count = `${rows.length}${hasMore ? '+' : ''}`;
  return (
    <details class="linked">
      <summary>{vi.report.sameIn(vi.report.indicatorShort[indicator.kind], count)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a class="code" href={`/console/bao-cao/${row.id}`}>
              {row.code}
            </a>{' '}
            <span class="muted small">
              {CATEGORY_INFO[row.category].shortName}, {STATUS_WORDS[row.status].label.toLowerCase()},{' '}
              {readableDate(row.createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface VerificationProps {
  readonly visit: StaffVisit;
  readonly reportId: string;
  readonly link: LinkedIndicator;
}

/** Behind a fold, so that a warning to everybody is never one slip of the finger away. */
function Verification({ visit, reportId, link }: VerificationProps) {
  const { indicator, verifiedAt } = link;
  const isVerified = verifiedAt !== null;
  return (
    <details class="verification">
      <summary>
        {isVerified ? <b>{vi.report.verified(readableDate(verifiedAt))}</b> : vi.report.verify}
      </summary>
      <Form visit={visit} action={`/console/bao-cao/${reportId}/dau-vet`}>
        <input type="hidden" name="kind" value={indicator.kind} />
        <input type="hidden" name="value" value={indicator.value} />
        <input type="hidden" name="act" value={isVerified ? 'take-back' : 'verify'} />
        {!isVerified && <p class="hint">{vi.report.verifyHint}</p>}
        <button class="quiet" type="submit">
          {isVerified ? vi.report.takeBack : vi.report.verifySure}
        </button>
      </Form>
    </details>
  );
}
