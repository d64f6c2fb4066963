import { ActionTypes } from 'botbuilder-core';
import type { CardAction } from 'botbuilder-core';

/** Most buttons on one message: the smallest limit of the channels (Zalo, 2026-07: five). */
export const MAX_BUTTONS = 5;

/** Longest title that every channel shows whole (Messenger quick replies: twenty characters). */
export const MAX_TITLE_CHARS = 20;

export interface Button {
  readonly title: string;
  readonly action: string;
}

/** Where a button that is valid at any time leads. */
export type Destination =
  | { readonly to: 'menu' | 'ask' | 'track' | 'check' | 'human' | 'privacy' | 'draft' }
  | { readonly to: 'report'; readonly category: string | null }
  | { readonly to: 'article' | 'steps' | 'sos'; readonly slug: string };

/** A tap as the dialogs see it: an answer to one question that was asked, or a way to somewhere else. */
export type Tap =
  | { readonly kind: 'answer'; readonly dialogId: string; readonly serial: number; readonly choice: string }
  | { readonly kind: 'go'; readonly destination: Destination };

const PLAIN = ['menu', 'ask', 'track', 'check', 'human', 'privacy', 'draft'] as const;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The action of a button that answers the question asked as `serial`: `report:3:skip`. */
export const answerAction = (dialogId: string, serial: number, choice: string): string =>
  `${dialogId}:${serial}:${choice}`;

/** The action of a button that leads somewhere from any state: `go:menu`, `go:report:C01`, `go:article:so-khan-cap`. */
export function goAction(destination: Destination): string {
  switch (destination.to) {
    case 'report':
      return destination.category === null ? 'go:report' : `go:report:${destination.category}`;
    case 'article':
    case 'steps':
    case 'sos':
      return `go:${destination.to}:${destination.slug}`;
    default:
      return `go:${destination.to}`;
  }
}

/** Null for an action that no version of this product could have made. */
export function readAction(action: string): Tap | null {
  const [head, middle, ...rest] = action.split(':');
  if (head === 'go') return readDestination(middle ?? '', rest.join(':'));
  const serial = Number(middle);
  const choice = rest.join(':');
  if (head === undefined || head === '' || choice === '' || !Number.isSafeInteger(serial)) return null;
  return { kind: 'answer', dialogId: head, serial, choice };
}

function readDestination(to: string, detail: string): Tap | null {
  const plain = PLAIN.find((name) => name === to);
  if (plain !== undefined) return { kind: 'go', destination: { to: plain } };
  if (to === 'report')
    return { kind: 'go', destination: { to, category: /^C\d\d$/.test(detail) ? detail : null } };
  if ((to === 'article' || to === 'steps' || to === 'sos') && SLUG.test(detail))
    return { kind: 'go', destination: { to, slug: detail } };
  return null;
}

/** As the framework carries it; the channel renders it, and a tap brings the action back. */
export const toCardAction = (button: Button): CardAction => ({
  type: ActionTypes.PostBack,
  title: button.title,
  value: button.action,
});
