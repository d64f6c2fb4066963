import type { Grain, TrendPoint } from '../figures-period.ts';
import { readableDate } from '../../reports/moments.ts';
import { vi } from '../texts/vi.ts';

const WIDTH = 960;
const HEIGHT = 200;
const TOP = 22;
const BOTTOM = 26;
const LABELS_MAX = 8;
/** Above a column only where it does not run into the next. */
const COUNTS_MAX = 31;

interface TrendChartProps {
  readonly grain: Grain;
  readonly points: readonly TrendPoint[];
}

/** Columns over time, drawn here: no script, no inline style. The same numbers stand in a table beneath. */
export function TrendChart({ grain, points }: TrendChartProps) {
  const highest = Math.max(1, ...points.map(({ count }) => count));
  const step = WIDTH / Math.max(1, points.length);
  const room = HEIGHT - TOP - BOTTOM;
  const everyNth = Math.ceil(points.length / LABELS_MAX);
  return (
    <figure class="trend">
      <figcaption id="trend">{vi.figures.trend[grain]}</figcaption>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="trend">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
          <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
          {points.map(({ first, last, count }, position) => {
            const height = (room * count) / highest;
            const middle = (position + 0.5) * step;
            return (
              <g key={first}>
                <rect
                  class="column"
                  x={(position + 0.15) * step}
                  y={HEIGHT - BOTTOM - height}
                  width={Math.min(step * 0.7, 64)}
                  height={height}
                >
                  <title>{`${spanOf(first, last)}: ${count}`}</title>
                </rect>
                {count > 0 && points.length <= COUNTS_MAX && (
                  <text
                    x={(position + 0.15) * step + Math.min(step * 0.7, 64) / 2}
                    y={HEIGHT - BOTTOM - height - 6}
                  >
                    {count}
                  </text>
                )}
                {position % everyNth === 0 && (
                  <text class="when" x={Math.max(middle, 20)} y={HEIGHT - 8}>
                    {labelOf(first, grain)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <TrendTable points={points} />
    </figure>
  );
}

function TrendTable({ points }: Pick<TrendChartProps, 'points'>) {
  const text = vi.figures;
  return (
    <details class="no-print">
      <summary>{text.asTable}</summary>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{text.time}</th>
            <th scope="col" class="number">
              {text.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ first, last, count }) => (
            <tr key={first}>
              <th scope="row">{spanOf(first, last)}</th>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const spanOf = (first: string, last: string): string =>
  first === last
    ? readableDate(new Date(first))
    : `${readableDate(new Date(first))} – ${readableDate(new Date(last))}`;

/** "05/11" for a day or week, "11/2026" for a month. */
function labelOf(first: string, grain: Grain): string {
  const [year = '', month = '', day = ''] = first.split('-');
  return grain === 'month' ? `${month}/${year}` : `${day}/${month}`;
}
