import type { TurnContext } from 'botbuilder-core';
import type { Handover } from '../reports/handover-ports.ts';
import type { Clock, ReportReader, Work } from '../reports/ports.ts';
import type { Evidence, ResidentAddress } from '../reports/report.ts';
import type { StaffLooks } from '../reports/staff-looks.ts';
import type { Decision, Setting } from '../knowledge/decision.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { MissedQuestionRepository } from '../knowledge/missed-question-repository.ts';
import type { IndicatorCheck } from './indicator-check.ts';
import type { Pictures } from './pictures.ts';

/** What one turn brings to the dialogs besides the Activity; set by the application before the turn runs. */
export interface TurnInput {
  /** Where changes are staged: committed together with the dialog state and the replies, or not at all. */
  readonly work: Work;
  /** What came with this message, already fetched, hashed and stored (or named as failed). */
  readonly evidence: readonly Evidence[];
  readonly address: ResidentAddress;
  /** Keyed hash of the address. */
  readonly residentKey: string;
  readonly now: Date;
  /** The open talk with a person in this conversation, if any. */
  readonly handover: Handover | null;
}

const TURN_INPUT = Symbol('turn input');

export function setTurnInput(context: TurnContext, input: TurnInput): void {
  context.turnState.set(TURN_INPUT, input);
}

/** Throws when the application did not set it: a turn never runs without one. */
export function turnInput(context: TurnContext): TurnInput {
  const input = context.turnState.get<TurnInput | undefined>(TURN_INPUT);
  if (input === undefined) throw new Error('Turn input is missing from the turn');
  return input;
}

/** Who this assistant belongs to, as shown to residents. */
export interface Commune {
  /** "Công an xã Đại Lãnh". */
  readonly policeName: string;
  /** The duty officer's number, null until the unit confirmed one: then residents are told 113 and the office. */
  readonly dutyPhone: string | null;
  /** Origin of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** What the dialogs use, given once at start. */
export interface DialogServices {
  readonly answers: {
    decide(text: string, setting: Setting): Promise<Decision>;
    /** What is about to be said, as an optional model would order or word it; the route never changes. */
    refine(text: string, decision: Decision): Promise<Decision>;
  };
  readonly knowledge: () => KnowledgeBase;
  readonly reports: ReportReader;
  readonly clock: Clock;
  /** UUID v7. */
  readonly newId: () => string;
  /** Uniform integers below `bound`, from a secure source. */
  readonly randomBelow: (bound: number) => number;
  /** Slow hash of PINs. */
  readonly pins: { hash(pin: string): Promise<string>; verify(pin: string, hash: string): Promise<boolean> };
  readonly commune: Commune;
  /** Where the signed receipt of a report is; told to its resident alone. */
  readonly receiptUrl: (code: string) => string;
  /** How often staff looked into a report. */
  readonly staffLooks: (reportId: string) => Promise<StaffLooks>;
  /** Questions that found no right answer, for the editors; given without personal data. */
  readonly missedQuestions: Pick<MissedQuestionRepository, 'add'>;
  /** Words read in pictures of evidence; `nothingRead` where nothing reads them. */
  readonly pictures: Pictures;
  /** What is known about a number, account or link; `nothingKnown` where no such source exists yet. */
  readonly indicators: IndicatorCheck;
}
