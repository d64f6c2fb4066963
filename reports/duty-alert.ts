import type { ChannelName, ResidentAddress, Urgency } from './report.ts';

/** Somebody needs help now: an urgent card was shown, or a report of P0 or P1 came in. Holds no word of the resident. */
export interface DutyAlert {
  /** UUID v7. */
  readonly id: string;
  readonly at: Date;
  readonly kind: 'card' | 'report';
  /** The urgent card that was shown; null for a report. */
  readonly slug: string | null;
  readonly urgency: Urgency;
  readonly channel: ChannelName;
  /** Keyed hash of the address: the conversation's lane. */
  readonly residentKey: string;
  /** To open a talk with this resident; stored only as ciphertext. */
  readonly address: ResidentAddress;
  readonly reportId: string | null;
  readonly acknowledged: { readonly at: Date; readonly staffId: string } | null;
}

/** An alert with the message that raised it, as an officer reads it once the talk is opened: who looks is in the audit then. */
export interface ToldAlert extends DutyAlert {
  /** Null when a button raised it, when it is a report's, or when the resident had them deleted. */
  readonly words: string | null;
}

/** Where the duty officer is told of an alert besides the console (a webhook, a siren): once each, after it is stored. */
export type OnAlert = (alert: DutyAlert) => void;

/** Cards for which the duty officer is alerted as for a danger to life (P0); every other urgent card is P1. */
const P0_CARDS: readonly string[] = ['sos-khung-hoang-muon-tu-tu', 'sos-bat-coc-online', 'so-khan-cap'];

interface Alerted {
  readonly id: string;
  readonly now: Date;
  readonly address: ResidentAddress;
  readonly residentKey: string;
}

/** The alert for an urgent card that is being shown. */
export function alertOfCard({ id, now, address, residentKey }: Alerted, slug: string): DutyAlert {
  const urgency = P0_CARDS.includes(slug) ? 'P0' : 'P1';
  const { channel } = address;
  return {
    id,
    at: now,
    kind: 'card',
    slug,
    urgency,
    channel,
    residentKey,
    address,
    reportId: null,
    acknowledged: null,
  };
}

/** The alert for a report that was just sent; null when it is not that urgent. */
export function alertOfReport(
  { id, now, address, residentKey }: Alerted,
  report: { readonly id: string; readonly urgency: Urgency },
): DutyAlert | null {
  const { urgency } = report;
  if (urgency !== 'P0' && urgency !== 'P1') return null;
  const { channel } = address;
  return {
    id,
    at: now,
    kind: 'report',
    slug: null,
    urgency,
    channel,
    residentKey,
    address,
    reportId: report.id,
    acknowledged: null,
  };
}
