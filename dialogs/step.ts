import type { Talk } from './talk.ts';

/** What follows from a reply. */
export type Outcome =
  /** Ask the question of that state. */
  | { readonly kind: 'to'; readonly state: string }
  /** Wait in the same state; what was to say is said. */
  | { readonly kind: 'wait' }
  /** Not understood: say why and ask again, or offer a way out. */
  | { readonly kind: 'again'; readonly why: string }
  /** Not meant for this dialog. */
  | { readonly kind: 'stray' }
  | { readonly kind: 'end' }
  /** Go on in another dialog. */
  | { readonly kind: 'begin'; readonly dialogId: string; readonly options: object };

export const to = (state: string): Outcome => ({ kind: 'to', state });
export const again = (why: string): Outcome => ({ kind: 'again', why });
export const begin = (dialogId: string, options: object = {}): Outcome => ({
  kind: 'begin',
  dialogId,
  options,
});
export const WAIT: Outcome = { kind: 'wait' };
export const STRAY: Outcome = { kind: 'stray' };
export const END: Outcome = { kind: 'end' };

/** One state of a dialog: what it asks, and what it makes of the reply. */
export interface Step<Data> {
  ask(talk: Talk, data: Data): Promise<void> | void;
  receive(talk: Talk, data: Data): Promise<Outcome> | Outcome;
  /** Whether the words answer this question even if they look like a command elsewhere ("sửa" on a button). */
  claims?(talk: Talk, data: Data): boolean;
  /** Whether the words try to answer this question, however wrongly: then only plain words are urgent, as in a form. */
  tries?(talk: Talk): boolean;
  /** Whether a message that is no answer is dealt with and this question then asked again, instead of leaving it. */
  readonly stays?: boolean;
  /** Whether "bỏ qua" is an answer here: then it is offered when replies are not understood. */
  readonly skippable?: (data: Data) => boolean;
}

export type Steps<Data> = Readonly<Record<string, Step<Data>>>;
