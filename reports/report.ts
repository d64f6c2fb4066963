/** The channels through which a resident may write. */
export const CHANNEL_NAMES = ['zalo', 'messenger'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** Categories of a report; names for people are in `categories.ts`. */
export const CATEGORIES = [
  'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08',
  'C09', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C99',
] as const; // prettier-ignore
export type Category = (typeof CATEGORIES)[number];

export const STATUSES = [
  'new',
  'received',
  'verifying',
  'transferred',
  'answered',
  'closed',
  'rejected',
  'withdrawn',
] as const;
export type ReportStatus = (typeof STATUSES)[number];

/** P0 danger to life … P4 information only. The bot proposes; only an officer lowers it. */
export const URGENCIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Where a resident can be reached. Stored only as ciphertext. */
export interface ResidentAddress {
  readonly channel: ChannelName;
  /** The official account or page that the resident wrote to. */
  readonly accountId: string;
  readonly userId: string;
}

/** Who reports. An anonymous reporter has neither name nor phone. */
export interface Reporter {
  readonly anonymous: boolean;
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: ResidentAddress;
  /** Keyed hash of the address: finds a person's own reports without storing the account id. */
  readonly key: string;
}

/** What was answered to one question of the questionnaire; `text` is what the resident sees and may correct. */
export interface Answer {
  readonly question: string;
  readonly label: string;
  readonly text: string;
}

export const INDICATOR_KINDS = ['phone', 'account', 'link', 'social', 'email'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** A trace of the offender, normalised so that the same one in two reports is equal. */
export interface Indicator {
  readonly kind: IndicatorKind;
  /** Normalised: `+84912345678`, `970422:0123456789` (bank:number) or `:0123…` (bank unknown), `example.com/path`. */
  readonly value: string;
  /** As people read it. */
  readonly display: string;
}

export const EVIDENCE_KINDS = ['image', 'video', 'audio', 'file', 'location', 'contact', 'link'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One piece of evidence. A file that could not be fetched is kept by name, with the reason. */
export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly mediaType: string | null;
  readonly sizeBytes: number | null;
  /** SHA-256 of the original bytes, lower-case hex; null when nothing was fetched. */
  readonly sha256: string | null;
  readonly arrivedAt: Date;
  readonly state: 'stored' | 'failed';
  /** Why fetching failed, or the words of a location, contact or link. */
  readonly note: string | null;
}

export type Actor =
  | { readonly kind: 'resident' }
  | { readonly kind: 'system' }
  | { readonly kind: 'staff'; readonly staffId: string; readonly name: string };

/** What a line of a report's history tells. */
export const HISTORY_ACTIONS = [
  'submitted',
  'status-changed',
  'urgency-changed',
  'category-changed',
  'classified',
  'assigned',
  'added',
  'noted',
  'contact-erased',
  'withdrawn',
] as const;

export interface HistoryEntry {
  readonly at: Date;
  readonly by: Actor;
  readonly action: (typeof HISTORY_ACTIONS)[number];
  readonly from: string | null;
  readonly to: string | null;
  readonly note: string | null;
}

/**
 * waiting: not yet handed to the platform; held: the channel's window is closed, told at next contact; nudged: held, and the
 * resident knows that something waits.
 */
export const DELIVERIES = ['waiting', 'held', 'nudged', 'sent', 'delivered', 'failed'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** A message of the report's own thread, kept apart from ordinary chat. */
export interface ThreadMessage {
  readonly id: string;
  readonly at: Date;
  readonly from: 'resident' | 'officer';
  readonly staffId: string | null;
  readonly text: string;
  readonly delivery: Delivery;
}

/** The legal kind of a report: an officer's act, never the bot's. */
export const CLASSIFICATIONS = [
  'to-giac',
  'tin-bao',
  'kien-nghi-khoi-to',
  'phan-anh-antt',
  'ngoai-tham-quyen',
] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** A resident's report. Plain data; every change goes through the functions of this room. */
export interface Report {
  /** UUID v7: grows with time. */
  readonly id: string;
  readonly code: string;
  readonly category: Category;
  readonly status: ReportStatus;
  readonly urgency: Urgency;
  readonly channel: ChannelName;
  readonly createdAt: Date;
  /** When an officer first took it; legal periods count from here. */
  readonly receivedAt: Date | null;
  readonly classification: Classification | null;
  readonly assignedTo: string | null;
  readonly reporter: Reporter;
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  readonly indicators: readonly Indicator[];
  readonly history: readonly HistoryEntry[];
  readonly messages: readonly ThreadMessage[];
  /** Slow hash of the PIN. */
  readonly pinHash: string;
  readonly consentVersion: string;
  /** Rises by one with each change; a save with a stale version is refused. */
  readonly version: number;
}
