import type { Facts } from './facts.ts';

export type FactTable = keyof Facts;
export const FACT_TABLES = ['hotlines', 'banks', 'agencies', 'sites', 'laws', 'fines'] as const;

/** Numbers that people call in need change more often, and harm more when they are wrong. */
const REVIEW_DAYS: Readonly<Record<FactTable, number>> = {
  hotlines: 90,
  banks: 90,
  sites: 90,
  agencies: 180,
  laws: 180,
  fines: 180,
};
const DAY_MS = 86_400_000;

/** One row of any table as staff look through it. Days are ISO dates. */
export interface FactRow {
  readonly table: FactTable;
  readonly id: string;
  readonly name: string;
  /** What residents are given: a number or an address; null where the text is all. */
  readonly value: string | null;
  readonly text: string | null;
  readonly confidence: 'A' | 'B' | 'C';
  readonly lastVerifiedAt: string;
  readonly verifiedBy: string;
  readonly source: string;
  /** The day by which somebody should compare it with its source again. */
  readonly dueAt: string;
  /** Why residents are not told it, or null when they are. */
  readonly withheld: 'unconfirmed' | 'unsigned' | 'expired' | null;
}

type Shown = Pick<FactRow, 'id' | 'name' | 'value' | 'text'>;

/** Every row of every table, those due first, then by the day they fall due. */
export function factsToReview(facts: Facts, today: string): readonly FactRow[] {
  const rows = FACT_TABLES.flatMap((table) =>
    facts[table].map((row): FactRow => {
      const { confidence, lastVerifiedAt, verifiedBy, source } = row;
      const dueAt = addDays(lastVerifiedAt, REVIEW_DAYS[table]);
      const withheld = withheldWhy(row, today);
      return { table, ...shownOf(row), confidence, lastVerifiedAt, verifiedBy, source, dueAt, withheld };
    }),
  );
  return rows.sort((one, other) => compare(one.dueAt, other.dueAt));
}

type AnyRow = Facts[FactTable][number];

function shownOf(row: AnyRow): Shown {
  const { id } = row;
  if ('useWhen' in row) return { id, name: row.name, value: row.number, text: row.useWhen };
  if ('lockHint' in row) return { id, name: row.name, value: row.number, text: row.lockHint };
  if ('role' in row) return { id, name: row.name, value: null, text: row.role };
  if ('useFor' in row) return { id, name: row.name, value: row.address, text: row.useFor };
  if ('summary' in row) return { id, name: row.name, value: null, text: row.summary };
  return { id, name: row.text, value: null, text: null };
}

function withheldWhy(row: AnyRow, today: string): FactRow['withheld'] {
  if (row.confidence === 'C') return 'unconfirmed';
  if ('reviewed' in row && !row.reviewed) return 'unsigned';
  if ('validTo' in row && row.validTo !== null && row.validTo < today) return 'expired';
  return null;
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
