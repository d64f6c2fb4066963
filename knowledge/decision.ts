/** What the bot does with a message; the dialogs and `npm run ask` rely on these words. */
export const ROUTES = [
  'answer',
  'suggest',
  'sos',
  'report',
  'track',
  'check',
  'human',
  'privacy',
  'out_of_scope',
  'refuse',
  'unknown',
] as const;

export type Route = (typeof ROUTES)[number];

/** Routes that hand the resident over to a dialog of their own. */
export const INTENT_ROUTES = [
  'report',
  'track',
  'check',
  'human',
  'privacy',
] as const satisfies readonly Route[];

export type IntentRoute = (typeof INTENT_ROUTES)[number];

/**
 * How a message came: freely, or in the middle of a form or under an urgent card. There "không nhớ nữa" is an answer:
 * only plain words make it urgent, and what all but surely sounds like a life at stake.
 */
export type Setting = 'free' | 'amid';

/** An article that may be meant; `score` is the calibrated probability, 0 to 1. */
export type Candidate = { slug: string; score: number };

/** What one step of the answer chain found, for the console; never holds the resident's words. */
export type TraceStep = { step: string; note: string; durationMs: number };

/**
 * The answer chain's verdict on one message.
 *
 * `slug` is the article said (`answer`, `sos`) and null elsewhere. `candidates` are the likeliest articles, best first,
 * filled on every route that a message with any word in it can take.
 */
export type Decision = {
  route: Route;
  slug: string | null;
  candidates: readonly Candidate[];
  /** What to say on `out_of_scope` (which office is meant) and `refuse`; absent elsewhere. */
  officeText?: string;
  /** Whether the words want nothing, like "tôi chờ nhé": there is nothing to answer, and nothing was missed. Only on `unknown`. */
  isSmallTalk?: true;
  /** The short answer in simpler words, every sentence supported by the article; only where a model is set up. */
  simplerText?: string;
  trace: readonly TraceStep[];
  kbVersion: string;
};
