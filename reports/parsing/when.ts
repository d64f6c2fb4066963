import type { NamedClock } from './clock-words.ts';
import { findClocks, inPart, partIn } from './clock-words.ts';
import type { NamedDay } from './day-words.ts';
import { findDays } from './day-words.ts';
import { fold, readable } from './fold.ts';
import type { When } from './found-when.ts';
import type { Place } from './place.ts';
import { findMoment } from './moment-words.ts';
import { addDays, fromVietnam, vietnamParts } from './vietnam-time.ts';

const SAME_SENTENCE_CHARS = 40;
const LATE_TOLERANCE_MS = 15 * 60_000;

/** The first time that a message names, seen from `now` in Vietnam; null when it names none. The past is meant where both are possible. */
export function findWhen(text: string, now: Date): When | null {
  const typed = readable(text);
  const folded = fold(typed);
  const today = vietnamParts(now);
  const moment = findMoment(folded, typed, now);
  if (moment?.isExact === true) return moment;
  const days = findDays(folded, today);
  const clocks = findClocks(typed, folded).filter((clock) => isUsable(clock, days));
  const day = days.find(({ precision }) => precision === 'day') ?? days[0];
  if (day === undefined) return moment ?? withoutDay(clocks[0], now);
  const clock = nearest(clocks, day);
  if (clock === undefined || day.precision !== 'day') {
    return { at: fromVietnam(day.day, 12, 0), precision: day.precision, start: day.start, end: day.end };
  }
  return combine(day, inNamedPart(clock, day, clocks, folded), now);
}

/** "tối qua 9h", "tối thứ bảy lúc 9h": the part of the day stands beside the day, the hour apart from it. */
function inNamedPart(
  clock: NamedClock,
  day: NamedDay,
  clocks: readonly NamedClock[],
  folded: string,
): NamedClock {
  if (clock.isCertain || clock.precision !== 'minute') return clock;
  const part = clocks.find(
    (one) => one.precision === 'part' && (distance(one, day) <= 2 || distance(one, clock) <= 2),
  );
  const word = part === undefined ? null : partIn(folded.slice(part.start, part.end));
  return word === null ? clock : { ...clock, hour: inPart(clock.hour, word), isCertain: true };
}

function combine(day: NamedDay, clock: NamedClock, now: Date): When {
  const at = atClock(day.day, clock, now);
  return {
    at,
    precision: clock.precision,
    start: Math.min(day.start, clock.start),
    end: Math.max(day.end, clock.end),
  };
}

/** "9h tối" alone: today's, or yesterday's while today's has not come. */
function withoutDay(clock: NamedClock | undefined, now: Date): When | null {
  if (clock === undefined) return null;
  const today = vietnamParts(now);
  const { precision, start, end } = clock;
  const at = atClock(today, clock, now);
  const isAhead = at.getTime() > now.getTime() + LATE_TOLERANCE_MS;
  return { at: isAhead ? atClock(addDays(today, -1), clock, now) : at, precision, start, end };
}

/** An hour from 1 to 6 without "sáng" or "chiều" is the afternoon's, if that has been. */
function atClock(day: NamedDay['day'], { hour, minute, isCertain, isOf24 }: NamedClock, now: Date): Date {
  const asSaid = fromVietnam(day, hour, minute);
  const isSmall = !isCertain && !isOf24 && hour >= 1 && hour <= 6;
  const inAfternoon = fromVietnam(day, hour + 12, minute);
  return isSmall && inAfternoon.getTime() <= now.getTime() ? inAfternoon : asSaid;
}

/** "tối" alone says little; beside a day or with "buổi" it is a time. */
function isUsable(clock: NamedClock, days: readonly NamedDay[]): boolean {
  return clock.precision === 'minute' || days.length === 0 || days.some((day) => distance(clock, day) <= 12);
}

function nearest(clocks: readonly NamedClock[], day: NamedDay): NamedClock | undefined {
  const exact = clocks.filter(({ precision }) => precision === 'minute');
  const near = [...(exact.length > 0 ? exact : clocks)]
    .filter((clock) => distance(clock, day) <= SAME_SENTENCE_CHARS)
    .sort((one, other) => distance(one, day) - distance(other, day));
  return near[0];
}

function distance(one: Place, other: Place): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}
