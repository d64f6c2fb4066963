import { CATEGORY_INFO } from '../../reports/categories.ts';
import type { Count, Figures } from '../../reports/figures.ts';
import { STATUS_WORDS } from '../../reports/status-rules.ts';
import type { Period, TrendPoint } from '../figures-period.ts';
import { grainOf, presetPeriods } from '../figures-period.ts';
import { readableDate } from '../../reports/moments.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { CountTable, ResponseTable, readableMinutes } from './figure-tables.tsx';
import { Empty, Notice } from './parts.tsx';
import { TrendChart } from './trend-chart.tsx';

export interface FiguresContent {
  readonly period: Period;
  readonly figures: Figures;
  readonly trend: readonly TrendPoint[];
  /** False when there were more reports than are counted. */
  readonly isComplete: boolean;
}

interface FiguresPageProps {
  readonly visit: StaffVisit;
  readonly content: FiguresContent;
}

export function FiguresPage({ visit, content }: FiguresPageProps) {
  const { period, figures, trend, isComplete } = content;
  const text = vi.figures;
  return (
    <>
      <div class="page-head">
        <h1>{text.title}</h1>
        <p class="buttons no-print">
          <button class="quiet" type="button" data-print hidden>
            {text.print}
          </button>
          <a class="button quiet" href={`/console/thong-ke/bang.csv?${queryOf(period)}`}>
            {text.csv}
          </a>
        </p>
      </div>
      <p class="muted no-print">{text.lead}</p>
      <PeriodChoice period={period} now={visit.now} />
      {!isComplete && <Notice tone="warn">{text.tooMany}</Notice>}
      <h2>{text.between(readableDate(new Date(period.first)), readableDate(new Date(period.last)))}</h2>
      {figures.total === 0 ? (
        <Empty title={text.emptyTitle} text={text.empty} />
      ) : (
        <>
          <Tiles figures={figures} />
          <section class="card">
            <TrendChart grain={grainOf(period)} points={trend} />
          </section>
          <Tables figures={figures} />
        </>
      )}
    </>
  );
}

const queryOf = ({ first, last }: Period): string => `tu=${first}&den=${last}`;

function PeriodChoice({ period, now }: { readonly period: Period; readonly now: Date }) {
  const text = vi.figures;
  const presets = presetPeriods(now);
  const names = ['week', 'month', 'lastMonth', 'quarter', 'year'] as const;
  return (
    <div class="no-print">
      <ul class="chips" aria-label={text.periods}>
        {names.map((name) => {
          const { first, last } = presets[name];
          const isHere = first === period.first && last === period.last;
          return (
            <li key={name}>
              <a
                href={`/console/thong-ke?${queryOf(presets[name])}`}
                aria-current={isHere ? 'true' : undefined}
              >
                {text.presets[name]}
              </a>
            </li>
          );
        })}
      </ul>
      <form class="search" method="get" action="/console/thong-ke">
        <label for="from">{text.from}</label>
        <input id="from" name="tu" type="date" value={period.first} required />
        <label for="to">{text.to}</label>
        <input id="to" name="den" type="date" value={period.last} required />
        <button class="quiet" type="submit">
          {text.show}
        </button>
      </form>
    </div>
  );
}

function Tiles({ figures }: { readonly figures: Figures }) {
  const text = vi.figures;
  const median = figures.responses[0]?.medianMinutes ?? null;
  return (
    <dl class="tiles">
      <Tile label={text.total} value={String(figures.total)} />
      <Tile label={text.urgent} value={String(countOf(figures.byUrgency, ['P0', 'P1']))} />
      <Tile label={text.notReceived} value={String(countOf(figures.byStatus, ['new']))} />
      <Tile label={text.median} value={median === null ? text.none : readableMinutes(median)} />
    </dl>
  );
}

function countOf<Key extends string>(counts: readonly Count<Key>[], keys: readonly Key[]): number {
  return counts.reduce((sum, { key, count }) => (keys.includes(key) ? sum + count : sum), 0);
}

function Tile({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div class="card">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Tables({ figures }: { readonly figures: Figures }) {
  const text = vi.figures;
  return (
    <div class="figure-tables">
      <CountTable
        title={text.byCategory}
        counts={figures.byCategory}
        nameOf={(key) => `${key} ${CATEGORY_INFO[key].shortName}`}
      />
      <div>
        <CountTable
          title={text.byUrgency}
          counts={figures.byUrgency}
          nameOf={(key) => `${key} ${vi.urgency[key]}`}
        />
        <CountTable
          title={text.byStatus}
          counts={figures.byStatus}
          nameOf={(key) => STATUS_WORDS[key].label}
        />
        <CountTable title={text.byChannel} counts={figures.byChannel} nameOf={(key) => vi.channel[key]} />
      </div>
      <ResponseTable responses={figures.responses} />
    </div>
  );
}
