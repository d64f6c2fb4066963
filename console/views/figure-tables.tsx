import type { Count, ResponseTime } from '../../reports/figures.ts';
import { vi } from '../texts/vi.ts';

interface CountTableProps<Key extends string> {
  readonly title: string;
  readonly counts: readonly Count<Key>[];
  readonly nameOf: (key: Key) => string;
}

/** Each value with its count, its share and a bar as long as the share of the greatest. */
export function CountTable<Key extends string>({ title, counts, nameOf }: CountTableProps<Key>) {
  const text = vi.figures;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const highest = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section class="card">
      <table class="figures">
        <caption>{title}</caption>
        <thead class="sr">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{text.count}</th>
            <th scope="col">{text.share}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ key, count }) => (
            <tr key={key} class={count === 0 ? 'nothing' : ''}>
              <th scope="row">{nameOf(key)}</th>
              <td class="number">{count}</td>
              <td class="share">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect class="column" width={(100 * count) / highest} height="10" />
                </svg>
                <span>{total === 0 ? '0' : Math.round((100 * count) / total)}%</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ResponseTable({ responses }: { readonly responses: readonly ResponseTime[] }) {
  const text = vi.figures;
  return (
    <section class="card wide" aria-labelledby="response">
      <h2 id="response">{text.response}</h2>
      <p class="muted small">{text.responseLead}</p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="response">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{vi.queue.urgency}</th>
              <th scope="col" class="number">
                {text.responded}
              </th>
              <th scope="col" class="number">
                {text.waiting}
              </th>
              <th scope="col" class="number">
                {text.medianShort}
              </th>
              <th scope="col" class="number">
                {text.ninth}
              </th>
            </tr>
          </thead>
          <tbody>
            {responses.map(({ urgency, responded, waiting, medianMinutes, ninthTenthMinutes }) => (
              <tr key={urgency ?? 'all'}>
                <th scope="row">{urgency === null ? text.all : `${urgency} ${vi.urgency[urgency]}`}</th>
                <td class="number">{responded}</td>
                <td class="number">{waiting}</td>
                <td class="number">{medianMinutes === null ? text.none : readableMinutes(medianMinutes)}</td>
                <td class="number">
                  {ninthTenthMinutes === null ? text.none : readableMinutes(ninthTenthMinutes)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** "12 phút", "3,5 giờ", "2,1 ngày". */
export function readableMinutes(minutes: number): string {
  if (minutes < 2 * HOUR_MINUTES) return vi.figures.minutes(Math.round(minutes));
  if (minutes < 2 * DAY_MINUTES) return vi.figures.hours(decimal(minutes / HOUR_MINUTES));
  return vi.figures.days(decimal(minutes / DAY_MINUTES));
}

const decimal = (value: number): string => value.toFixed(1).replace('.', ',').replace(/,0$/, '');
