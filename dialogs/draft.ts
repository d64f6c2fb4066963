import { z } from 'zod';
import { CATEGORIES, EVIDENCE_KINDS } from '../reports/report.ts';
import type { Category, Evidence } from '../reports/report.ts';

/** How long a half-done report is kept and offered again. */
const DRAFT_KEPT_DAYS = 7;

const DAY_MS = 24 * 60 * 60_000;

/** Evidence as it is parked in a conversation's state, where dates are text. */
export const parkedEvidenceSchema = z.object({
  id: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  name: z.string(),
  mediaType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  sha256: z.string().nullable(),
  arrivedAt: z.iso.datetime(),
  state: z.enum(['stored', 'failed']),
  note: z.string().nullable(),
});
export type ParkedEvidence = z.infer<typeof parkedEvidenceSchema>;

export const parkEvidence = (evidence: Evidence): ParkedEvidence => ({
  ...evidence,
  arrivedAt: evidence.arrivedAt.toISOString(),
});

export const unparkEvidence = (parked: ParkedEvidence): Evidence => ({
  ...parked,
  arrivedAt: new Date(parked.arrivedAt),
});

/** Words of the resident with the moment: "hôm qua" means the day before it. */
export const toldSchema = z.object({
  at: z.iso.datetime(),
  text: z.string(),
  /** Not their own words but what they confirmed of a picture: no story. */
  fromPicture: z.boolean().optional(),
});
export type Told = z.infer<typeof toldSchema>;

const draftSchema = z.object({
  /** UUID v7: becomes the report's id, so that sending twice makes one report. */
  id: z.string(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  category: z.enum(CATEGORIES).nullable(),
  consentVersion: z.string().nullable(),
  told: z.array(toldSchema),
  /** By question id: the value that conditions look at, and the words that the resident sees. */
  answers: z.record(z.string(), z.object({ value: z.string(), text: z.string() })),
  skipped: z.array(z.string()),
  /** Ids of the questions put so far, in order. */
  asked: z.array(z.string()),
  evidence: z.array(parkedEvidenceSchema),
  /** Pictures whose words the resident was asked about, or which hold none. */
  seenPictures: z.array(z.string()).default([]),
  /** Traces in answers that were corrected: an account that was mistyped is no offender's. */
  takenBack: z.array(z.string()).default([]),
  /** Whether the first lines of an urgent card were said beside the story. */
  helped: z.boolean().default(false),
  /** What was told of another matter: a report of its own, after this one. */
  others: z.array(toldSchema).default([]),
});
export type Draft = z.infer<typeof draftSchema>;

/** The half-done report of this conversation; kept apart from the dialogs' stack, so that it outlives their changes. */
export interface DraftBox {
  /** Null when there is none. Changes to what is given back are kept. */
  current(): Draft | null;
  begin(start: {
    readonly id: string;
    readonly category: Category | null;
    readonly told: readonly Told[];
  }): Draft;
  clear(): void;
}

/** Reads what is stored; a draft that does not decode or is older than `DRAFT_KEPT_DAYS` is gone. */
export function createDraftBox(stored: unknown, now: Date): DraftBox {
  const parsed = draftSchema.safeParse(stored);
  let draft = parsed.success && isFresh(parsed.data, now) ? parsed.data : null;
  return {
    current: () => draft,
    begin: ({ id, category, told }) => {
      const at = now.toISOString();
      draft = {
        id,
        startedAt: at,
        updatedAt: at,
        category,
        consentVersion: null,
        told: [...told],
        answers: {},
        skipped: [],
        asked: [],
        evidence: [],
        seenPictures: [],
        takenBack: [],
        helped: false,
        others: [],
      };
      return draft;
    },
    clear: () => {
      draft = null;
    },
  };
}

const isFresh = (draft: Draft, now: Date): boolean =>
  now.getTime() - Date.parse(draft.updatedAt) < DRAFT_KEPT_DAYS * DAY_MS;
