/** Vietnam is seven hours ahead of UTC all year. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** A day of the calendar in Vietnam. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The calendar and clock in Vietnam at an instant. */
export function vietnamParts(
  at: Date,
): CalendarDay & { readonly hour: number; readonly minute: number; readonly weekday: number } {
  const local = new Date(at.getTime() + OFFSET_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    /** 0 is Sunday. */
    weekday: local.getUTCDay(),
  };
}

/** The instant of a day and clock time in Vietnam. */
export function fromVietnam({ year, month, day }: CalendarDay, hour: number, minute: number): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute) - OFFSET_MS);
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return vietnamParts(new Date(fromVietnam(day, 12, 0).getTime() + days * DAY_MS));
}

/** The last day of the month where it has no such day. */
export function addMonths({ year, month, day }: CalendarDay, months: number): CalendarDay {
  const index = year * 12 + (month - 1) + months;
  const shifted = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...shifted, day: Math.min(day, daysInMonth(shifted.year, shifted.month)) };
}

export function isRealDay({ year, month, day }: CalendarDay): boolean {
  return (
    year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Below zero when `one` is earlier. */
export function compareDays(one: CalendarDay, other: CalendarDay): number {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}
