import type { Store } from 'express-session';
import type { ArticleRepository } from '../knowledge/article-repository.ts';
import type { Article } from '../knowledge/article.ts';
import type { Decision } from '../knowledge/decision.ts';
import type { Facts } from '../knowledge/facts.ts';
import type { MissedQuestionRepository } from '../knowledge/missed-question-repository.ts';
import type { DeliveryForecast } from '../reports/delivery-ports.ts';
import type { DutyAlertReader } from '../reports/duty-ports.ts';
import type { EvidenceStore, PictureWords } from '../reports/evidence-ports.ts';
import type { HandoverReader } from '../reports/handover-ports.ts';
import type { IndicatorRecords } from '../reports/indicators/indicator-ports.ts';
import type { AuditReader, Clock, ReportReader, Transact } from '../reports/ports.ts';
import type { FigureReader } from '../reports/figures.ts';
import type { ChannelName } from '../reports/report.ts';
import type { StaffRepository } from '../reports/staff.ts';
import type { ReceiptDesk } from './receipt/receipt-desk.ts';

/** What the bot would do with a first message, and the words it would say. */
export interface TriedQuestion {
  readonly decision: Decision;
  readonly text: string;
}

/** Asks the answer chain; with a draft, as if that draft were published. Nothing is stored. */
export type TryQuestion = (question: string, draft: Article | null) => Promise<TriedQuestion>;

/** An event that could not be acted on after every try. Nothing of what the resident wrote. */
export interface DeadLetter {
  readonly id: string;
  readonly channel: ChannelName;
  readonly kind: string;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly failure: string | null;
}

export interface DeadLetters {
  /** Newest first. */
  list(limit: number): Promise<readonly DeadLetter[]>;
  /** Puts the event back into its queue; false when it is gone or was put back already. */
  replay(id: string): Promise<boolean>;
}

/** How many messages have not arrived. */
export interface WaitingCounts {
  readonly onTheWay: number;
  /** Until the channel, which is not configured any more, is there again. */
  readonly channelOff: number;
  /** Until the resident writes again, because the platform's window is closed: no fault. */
  readonly forResident: number;
  /** Tried often, and the platform did not take them. */
  readonly notTaken: number;
}

/** Messages to residents that have not arrived, for staff to see that none is lost. */
export interface WaitingMessages {
  count(): Promise<WaitingCounts>;
  /** Of what officers wrote to this resident since that moment. */
  toResident(residentKey: string, since: Date): Promise<WaitingCounts>;
}

/** How a channel is doing. */
export interface ChannelState {
  readonly channel: ChannelName;
  readonly state: 'working' | 'sandbox' | 'not-configured' | 'needs-consent';
  /** What staff should know or do, in Vietnamese; null when there is nothing. */
  readonly note: string | null;
}

export interface ChannelStates {
  list(): Promise<readonly ChannelState[]>;
}

/** Why a consent did not work; not-begun: nobody began it here, or long ago. */
export type ConsentFailure =
  'not-begun' | 'wrong-state' | 'wrong-account' | 'no-code' | 'refused' | 'unreachable' | 'overtaken';

/** What the console keeps between the two halves of a consent. */
export interface ConsentState {
  readonly state: string;
  /** Of PKCE; null where none is used. */
  readonly verifier: string | null;
}

/** The administrator of a channel's account grants the app its rights anew. */
export interface ChannelConsent {
  /** `redirectUri` must be registered with the platform, to the letter. */
  begin(redirectUri: string): ConsentState & { readonly url: string };
  /** `query` is what the platform came back with. */
  finish(
    begun: ConsentState,
    query: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: ConsentFailure }>;
}

/** What the staff console works with. */
export interface ConsoleDependencies {
  readonly reports: ReportReader;
  readonly figures: FigureReader;
  readonly handovers: HandoverReader;
  readonly alerts: DutyAlertReader;
  readonly indicators: IndicatorRecords;
  readonly evidence: EvidenceStore;
  readonly pictureWords: Pick<PictureWords, 'of'>;
  readonly audit: AuditReader;
  readonly staff: StaffRepository;
  readonly articles: ArticleRepository;
  readonly missedQuestions: MissedQuestionRepository;
  readonly transact: Transact;
  readonly forecast: DeliveryForecast;
  readonly facts: Facts;
  readonly tryQuestion: TryQuestion;
  /** Called after a publication, so that the bot answers with it at once. */
  readonly onPublished: () => Promise<void>;
  readonly deadLetters: DeadLetters;
  readonly channelStates: ChannelStates;
  readonly waitingMessages: WaitingMessages;
  /** Null while Zalo is not configured. */
  readonly zaloConsent: ChannelConsent | null;
  /** Keeps sessions; those of staff live at most 12 hours. */
  readonly sessionStore: Store;
  readonly sessionSecret: string;
  /** Encrypts the second factor's secret while it waits in the session for its first code. */
  readonly seal: (text: string) => string;
  /** Throws when the text was not sealed with the same key. */
  readonly open: (sealed: string) => string;
  readonly clock: Clock;
  /** UUID v7. */
  readonly newId: () => string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** True where the world sees this server through https. */
  readonly secureCookies: boolean;
  /** As residents see it: "Công an xã …". */
  readonly communeName: string;
  /** Told of every fault that staff see as "the system has a problem". */
  readonly onError: (error: unknown) => void;
}

/** Slow hashing of PINs, the same as where reports are made. */
export interface Pins {
  hash(pin: string): Promise<string>;
  verify(pin: string, pinHash: string): Promise<boolean>;
}

/** What the pages for residents work with. */
export interface PublicPagesDependencies {
  readonly receipts: ReceiptDesk;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly reports: Pick<ReportReader, 'byCode'>;
  readonly audit: AuditReader;
  readonly pins: Pins;
  readonly clock: Clock;
  readonly secureCookies: boolean;
  readonly communeName: string;
  /** The duty officer's number once the unit has confirmed it. */
  readonly dutyPhone: string | null;
  /** The code of Zalo's domain verification, from the app's console; null while there is none. */
  readonly zaloSiteVerification: string | null;
  /** Where residents chat; empty while nothing is set up. */
  readonly chatLinks: readonly { readonly label: string; readonly url: string }[];
  readonly onError: (error: unknown) => void;
}
