import { CATEGORY_INFO } from '../reports/categories.ts';
import { STATUS_WORDS } from '../reports/status-rules.ts';
import { readableDate } from '../reports/moments.ts';
import { vi } from './texts/vi.ts';
import type { FiguresContent } from './views/figures-page.tsx';

/** So that spreadsheets take the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What Vietnamese spreadsheets expect, where the comma is the decimal mark. */
const SEPARATOR = ';';

type Line = readonly (string | number)[];

/** The page's tables one below the other; times in minutes. */
export function figuresCsv({ period, figures, trend }: FiguresContent): string {
  const text = vi.figures;
  const lines: Line[] = [
    [text.title, text.between(dayOf(period.first), dayOf(period.last))],
    [text.total, figures.total],
    [],
    [text.time, text.count],
    ...trend.map(({ first, last, count }): Line => [
      first === last ? dayOf(first) : `${dayOf(first)} - ${dayOf(last)}`,
      count,
    ]),
    [],
    [text.byCategory, text.count],
    ...figures.byCategory.map(({ key, count }): Line => [`${key} ${CATEGORY_INFO[key].shortName}`, count]),
    [],
    [text.byUrgency, text.count],
    ...figures.byUrgency.map(({ key, count }): Line => [`${key} ${vi.urgency[key]}`, count]),
    [],
    [text.byStatus, text.count],
    ...figures.byStatus.map(({ key, count }): Line => [STATUS_WORDS[key].label, count]),
    [],
    [text.byChannel, text.count],
    ...figures.byChannel.map(({ key, count }): Line => [vi.channel[key], count]),
    [],
    [text.response, text.responded, text.waiting, `${text.medianShort} (phút)`, `${text.ninth} (phút)`],
    ...figures.responses.map(({ urgency, responded, waiting, medianMinutes, ninthTenthMinutes }): Line => [
      urgency === null ? text.all : `${urgency} ${vi.urgency[urgency]}`,
      responded,
      waiting,
      medianMinutes === null ? '' : Math.round(medianMinutes),
      ninthTenthMinutes === null ? '' : Math.round(ninthTenthMinutes),
    ]),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.map(cell).join(SEPARATOR)).join('\r\n')}\r\n`;
}

const dayOf = (day: string): string => readableDate(new Date(day));

const cell = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
