import type { DutyAlert, ToldAlert } from './duty-alert.ts';
import type { Category, Urgency } from './report.ts';

export interface DutyAlerts {
  /** `words` is the message that raised it: stored only as ciphertext, and told to nobody but whoever opens the talk. */
  raise(alert: DutyAlert, words: string | null): void;
  /** The resident wants them deleted: the alerts stay, without a word of theirs. */
  forgetWords(residentKey: string): void;
  /** Somebody has taken it; when another was faster the commit fails with ReportError "conflict". */
  acknowledge(alert: DutyAlert, by: { readonly staffId: string; readonly at: Date }): void;
}

export interface DutyAlertReader {
  byId(id: string): Promise<DutyAlert | null>;
  /** Not acknowledged, most urgent first, then oldest first; at most 100. */
  open(limit: number): Promise<DutyAlert[]>;
  /** Taken or not, newest first. */
  ofResident(residentKey: string, limit: number): Promise<ToldAlert[]>;
}

/** What the duty officer is told of an alert by other means than the console: no word of a resident, nothing of who they are. */
export interface DutyNotice {
  /** The alert's id: the same notice may come twice. */
  readonly id: string;
  readonly at: Date;
  readonly urgency: Urgency;
  /** Of the report; null while there is only an urgent message. */
  readonly code: string | null;
  readonly category: Category | null;
  /** Slug of the urgent article that was shown; null for a report. */
  readonly matter: string | null;
  /** Where in the console it is taken. */
  readonly url: string;
}

/** Another way to the duty officer: a webhook, a siren, a push service. */
export interface DutyBell {
  /** Whether it was surely taken over there. Does not reject. */
  ring(notice: DutyNotice): Promise<boolean>;
}

/** Which alerts still have to be told by other means. An alert that somebody took in the console has not. */
export interface DutyCalls {
  /** The most urgent one that is due, which nobody else is given before `until`; null when there is none. */
  claim(now: Date, until: Date): Promise<{ readonly alert: DutyAlert; readonly attempts: number } | null>;
  told(alertId: string, at: Date): Promise<void>;
  postpone(alertId: string, until: Date): Promise<void>;
}
