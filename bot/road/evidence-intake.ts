import { createHash } from 'node:crypto';
import type { Activity, Attachment } from 'botbuilder-core';
import { z } from 'zod';
import type { EvidenceStore } from '../../reports/evidence-ports.ts';
import type { Clock } from '../../reports/ports.ts';
import type { Evidence, EvidenceKind } from '../../reports/report.ts';

/** The bytes of an attachment, or why they could not be had. */
export type MediaFetch = (
  url: string,
) => Promise<
  | { readonly ok: true; readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly ok: false; readonly reason: string }
>;

/** Fetches and stores what came with a message; the result is one Evidence an attachment, in order, never an error. */
export type EvidenceIntake = (
  eventId: string,
  activity: Partial<Activity>,
  residentKey: string,
) => Promise<Evidence[]>;

type Arrival = Parameters<EvidenceStore['put']>[0];

const coordinates = z.coerce.number();
const contentSchemas = {
  location: z
    .object({ latitude: coordinates, longitude: coordinates, name: z.string().nullish() })
    .transform(({ latitude, longitude, name }) => `${latitude},${longitude}${name ? ` ${name}` : ''}`),
  contact: z
    .object({ name: z.string().nullish(), phone: z.string().nullish() })
    .transform(({ name, phone }) => [name, phone].filter(Boolean).join(' ')),
  link: z
    .object({ url: z.string().nullish(), title: z.string().nullish() })
    .transform(({ url, title }) => [title, url].filter(Boolean).join(' ')),
} as const;

/** Files of one message that are in memory together: it may bring a hundred of 25 MB. */
const FETCHED_AT_ONCE = 4;
const NOTE_MAX_CHARS = 500;
const NAME_MAX_CHARS = 120;

/** The same event and place give the same id, so that a turn run again after a crash stores nothing twice. */
function evidenceId(eventId: string, index: number): string {
  const hex = createHash('sha256').update(`${eventId}:${index}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function kindOf(mediaType: string): EvidenceKind {
  const family = mediaType.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}

function wordsOf(attachment: Attachment): { kind: EvidenceKind; note: string } | null {
  const kind = attachment.contentType;
  if (kind !== 'location' && kind !== 'contact' && kind !== 'link') return null;
  const parsed = contentSchemas[kind].safeParse(attachment.content);
  return { kind, note: (parsed.success ? parsed.data : '').slice(0, NOTE_MAX_CHARS) };
}

export function createEvidenceIntake(options: {
  readonly fetchMedia: MediaFetch;
  readonly store: EvidenceStore;
  readonly clock: Clock;
}): EvidenceIntake {
  const { fetchMedia, store, clock } = options;

  /** What is to be stored, or evidence that needs no storing. */
  const fetch = async (
    id: string,
    attachment: Attachment,
    residentKey: string,
  ): Promise<Arrival | Evidence> => {
    const arrivedAt = clock();
    const name = (attachment.name ?? 'tệp').slice(0, NAME_MAX_CHARS);
    const empty = { id, name, mediaType: null, sizeBytes: null, sha256: null, arrivedAt };
    const words = wordsOf(attachment);
    if (words !== null) return { ...empty, kind: words.kind, state: 'stored', note: words.note };
    const kind = kindOf(attachment.contentType);
    if (attachment.contentUrl === undefined) return { ...empty, kind, state: 'failed', note: 'no-url' };
    const fetched = await fetchMedia(attachment.contentUrl);
    if (!fetched.ok) return { ...empty, kind, state: 'failed', note: fetched.reason };
    const { bytes, mediaType } = fetched;
    return { id, kind: kindOf(mediaType), name, mediaType, bytes, arrivedAt, residentKey };
  };

  return async (eventId, activity, residentKey) => {
    const attachments = (activity.attachments ?? []).filter(({ contentType }) => contentType !== 'sticker');
    const underWay: Promise<Arrival | Evidence>[] = [];
    const evidence: Evidence[] = [];
    const fetchNext = (): void => {
      const index = evidence.length + underWay.length;
      const attachment = attachments[index];
      if (attachment !== undefined) underWay.push(fetch(evidenceId(eventId, index), attachment, residentKey));
    };
    for (let count = 0; count < FETCHED_AT_ONCE; count += 1) fetchNext();
    // stored one by one: each counts against what its resident may still send
    for (let next = underWay.shift(); next !== undefined; next = underWay.shift()) {
      const fetched = await next;
      evidence.push('bytes' in fetched ? await store.put(fetched) : fetched);
      fetchNext();
    }
    return evidence;
  };
}
