import type { Category, ChannelName, ReportStatus, Urgency } from './report.ts';
import { CATEGORIES, CHANNEL_NAMES, STATUSES, URGENCIES } from './report.ts';

/** What is counted of one report: nothing personal, nothing that was told. */
export interface FigureRow {
  readonly category: Category;
  readonly urgency: Urgency;
  readonly status: ReportStatus;
  readonly channel: ChannelName;
  readonly createdAt: Date;
  /** When an officer received it or first wrote to the resident, whichever came first. */
  readonly respondedAt: Date | null;
}

/** Reports in a time, by what they are. */
export interface FigureReader {
  /** Those sent from `from` on and before `to`, oldest first, at most `limit`. */
  between(from: Date, to: Date, limit: number): Promise<readonly FigureRow[]>;
}

export interface Count<Key extends string> {
  readonly key: Key;
  readonly count: number;
}

/** Minutes from sending to the first response, over the reports that had one. */
export interface ResponseTime {
  readonly urgency: Urgency | null;
  readonly responded: number;
  readonly waiting: number;
  readonly medianMinutes: number | null;
  /** Nine of ten were responded to within this. */
  readonly ninthTenthMinutes: number | null;
}

export interface Figures {
  readonly total: number;
  readonly byCategory: readonly Count<Category>[];
  readonly byUrgency: readonly Count<Urgency>[];
  readonly byStatus: readonly Count<ReportStatus>[];
  readonly byChannel: readonly Count<ChannelName>[];
  /** All together first, then each urgency that occurs. */
  readonly responses: readonly ResponseTime[];
}

const MINUTE_MS = 60_000;

/** Counts every row once in each table; tables keep the order of the lists, and zeros. */
export function countFigures(rows: readonly FigureRow[]): Figures {
  return {
    total: rows.length,
    byCategory: counts(CATEGORIES, rows, ({ category }) => category),
    byUrgency: counts(URGENCIES, rows, ({ urgency }) => urgency),
    byStatus: counts(STATUSES, rows, ({ status }) => status),
    byChannel: counts(CHANNEL_NAMES, rows, ({ channel }) => channel),
    responses: [
      responseTime(null, rows),
      ...URGENCIES.map((one) =>
        responseTime(
          one,
          rows.filter(({ urgency }) => urgency === one),
        ),
      ).filter(({ responded, waiting }) => responded + waiting > 0),
    ],
  };
}

function counts<Key extends string>(
  keys: readonly Key[],
  rows: readonly FigureRow[],
  keyOf: (row: FigureRow) => Key,
): readonly Count<Key>[] {
  return keys.map((key) => ({ key, count: rows.filter((row) => keyOf(row) === key).length }));
}

function responseTime(urgency: Urgency | null, rows: readonly FigureRow[]): ResponseTime {
  const minutes = rows
    .flatMap(({ createdAt, respondedAt }) =>
      respondedAt === null ? [] : [Math.max(0, respondedAt.getTime() - createdAt.getTime()) / MINUTE_MS],
    )
    .sort((one, other) => one - other);
  return {
    urgency,
    responded: minutes.length,
    waiting: rows.length - minutes.length,
    medianMinutes: quantile(minutes, 0.5),
    ninthTenthMinutes: quantile(minutes, 0.9),
  };
}

/** The least value that this share of the sorted values does not pass; null when there are none. */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
