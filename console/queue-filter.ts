import type { Request } from 'express';
import { queryText } from './form.ts';
import type { QueueFilter, QueuePlace } from '../reports/ports.ts';
import type { Category, ChannelName, ReportStatus, Urgency } from '../reports/report.ts';
import { CATEGORIES, CHANNEL_NAMES, STATUSES, URGENCIES } from '../reports/report.ts';
import { FINISHED_STATUSES } from '../reports/status-rules.ts';

export const QUEUE_PAGE_ROWS = 30;

export const OPEN_STATUSES = STATUSES.filter((status) => !FINISHED_STATUSES.includes(status));

/** Several statuses at once, as the address names them. */
const GROUP_NAMES = ['dang-mo', 'da-xong', 'tat-ca'] as const;
export type StatusChoice = (typeof GROUP_NAMES)[number] | ReportStatus;

/** What the officer chose; null where everything is wanted. */
export interface QueueChoice {
  readonly status: StatusChoice;
  readonly urgency: Urgency | null;
  readonly category: Category | null;
  readonly channel: ChannelName | null;
  /** Only what is given to whoever looks. */
  readonly mine: boolean;
  /** Only what the resident added to since an officer last acted. */
  readonly unread: boolean;
  /** Page: what comes after this line; null is the first page. */
  readonly after: QueuePlace | null;
}

/** Reads the choice from the address; what is not a choice counts as none. */
export function readChoice(request: Request): QueueChoice {
  const status = queryText(request, 'trang-thai');
  return {
    status: oneOf([...GROUP_NAMES, ...STATUSES], status) ?? 'dang-mo',
    urgency: oneOf(URGENCIES, queryText(request, 'muc')),
    category: oneOf(CATEGORIES, queryText(request, 'nhom')),
    channel: oneOf(CHANNEL_NAMES, queryText(request, 'kenh')),
    mine: queryText(request, 'cua-toi') !== null,
    unread: queryText(request, 'gui-them') !== null,
    after: readPlace(queryText(request, 'tiep')),
  };
}

/** The place as `writePlace` put it into an address; null where it is none. */
function readPlace(text: string | null): QueuePlace | null {
  const [, level = '', id = ''] = /^(P\d)\.([0-9a-f-]{1,40})$/i.exec(text ?? '') ?? [];
  const urgency = oneOf(URGENCIES, level);
  return urgency === null ? null : { urgency, id };
}

const writePlace = ({ urgency, id }: QueuePlace): string => `${urgency}.${id}`;

/** Whether this is the page as it opens: what waits above what is being worked on. */
export function isOverview(choice: QueueChoice): boolean {
  const { status, ...narrowing } = choice;
  return status === 'dang-mo' && Object.values(narrowing).every((value) => value === null || value === false);
}

/** Whether only what waits for an officer is listed: the most urgent comes first there, elsewhere the newest. */
export const isWaitingList = ({ status }: QueueChoice): boolean => status === 'new';

/** `staffId` is who looks. */
export function toQueueFilter(choice: QueueChoice, staffId: string): QueueFilter {
  const { status, urgency, category, channel, mine, unread, after } = choice;
  return {
    statuses: statusesOf(status),
    ...(urgency !== null && { urgencies: [urgency] }),
    ...(category !== null && { categories: [category] }),
    ...(channel !== null && { channels: [channel] }),
    ...(mine && { assignedTo: staffId }),
    ...(unread && { unread }),
    mostUrgentFirst: isWaitingList(choice),
    ...(after !== null && { after }),
    limit: QUEUE_PAGE_ROWS,
  };
}

function statusesOf(choice: StatusChoice): readonly ReportStatus[] {
  switch (choice) {
    case 'dang-mo':
      return OPEN_STATUSES;
    case 'da-xong':
      return FINISHED_STATUSES;
    case 'tat-ca':
      return STATUSES;
    default:
      return [choice];
  }
}

/** The choice as the part of an address after "?". */
export function toQuery(choice: QueueChoice, more: Readonly<Record<string, string>> = {}): string {
  const { status, urgency, category, channel, mine, unread, after } = choice;
  const query = new URLSearchParams({
    ...(status !== 'dang-mo' && { 'trang-thai': status }),
    ...(urgency !== null && { muc: urgency }),
    ...(category !== null && { nhom: category }),
    ...(channel !== null && { kenh: channel }),
    ...(mine && { 'cua-toi': '1' }),
    ...(unread && { 'gui-them': '1' }),
    ...(after !== null && { tiep: writePlace(after) }),
    ...more,
  });
  return query.toString();
}

/** The one that was named, or null for anything else. */
export function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((known) => known === value) ?? null;
}
