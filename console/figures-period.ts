import type { FigureRow } from '../reports/figures.ts';
import { isoDay, startOfDay } from './readable.ts';

const DAY_MS = 86_400_000;
/** Longer than any yearly report. */
const PERIOD_MAX_DAYS = 800;
const WEEKS_FROM_DAYS = 46;
const MONTHS_FROM_DAYS = 200;

/** Days as ISO dates, both counted in, in Vietnamese time. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

export type Grain = 'day' | 'week' | 'month';

export interface TrendPoint {
  /** The first day of it within the period. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** What was asked for when it is a period, else this month until today. */
export function readPeriod(first: string | null, last: string | null, now: Date): Period {
  const today = isoDay(now);
  const month: Period = { first: `${today.slice(0, 8)}01`, last: today };
  if (first === null || last === null || !isDay(first) || !isDay(last)) return month;
  return first <= last && daysOf({ first, last }) <= PERIOD_MAX_DAYS ? { first, last } : month;
}

/** The periods that are reported on most, with the names of `vi.figures.presets`. */
export function presetPeriods(
  now: Date,
): Readonly<Record<'week' | 'month' | 'lastMonth' | 'quarter' | 'year', Period>> {
  const today = isoDay(now);
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  const lastMonth = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return {
    week: { first: addDays(today, -sinceMonday), last: today },
    month: { first: dayOf(year, month), last: today },
    lastMonth: { first: dayOf(lastMonth.year, lastMonth.month), last: addDays(dayOf(year, month), -1) },
    quarter: { first: dayOf(year, quarter), last: today },
    year: { first: dayOf(year, 1), last: today },
  };
}

/** From the first moment on, until before the second. */
export function momentsOf({ first, last }: Period): { readonly from: Date; readonly to: Date } {
  return { from: startOfDay(first), to: startOfDay(addDays(last, 1)) };
}

/** Fine enough to see a change, coarse enough to fit on a page. */
export function grainOf(period: Period): Grain {
  const days = daysOf(period);
  return days < WEEKS_FROM_DAYS ? 'day' : days < MONTHS_FROM_DAYS ? 'week' : 'month';
}

/** How many came in each day, week (from Monday) or month of the period, those without any included. */
export function trendOf(period: Period, rows: readonly FigureRow[]): readonly TrendPoint[] {
  const grain = grainOf(period);
  const days = rows.map(({ createdAt }) => isoDay(createdAt));
  const points: TrendPoint[] = [];
  for (let first = period.first; first <= period.last;) {
    const end = endOf(first, grain);
    const last = end < period.last ? end : period.last;
    const from = first;
    points.push({ first, last, count: days.filter((day) => day >= from && day <= last).length });
    first = addDays(last, 1);
  }
  return points;
}

function endOf(day: string, grain: Grain): string {
  if (grain === 'day') return day;
  if (grain === 'week') return addDays(day, (7 - new Date(day).getUTCDay()) % 7);
  const [year = 0, month = 0] = day.split('-').map(Number);
  return addDays(month === 12 ? dayOf(year + 1, 1) : dayOf(year, month + 1), -1);
}

const isDay = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;

const dayOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const daysOf = ({ first, last }: Period): number => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
