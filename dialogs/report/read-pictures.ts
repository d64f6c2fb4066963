import { pictureFacts } from '../../reports/pictures/picture-facts.ts';
import type { PictureFacts } from '../../reports/pictures/picture-facts.ts';
import type { Draft } from '../draft.ts';
import { mayBeIntimate, unseenPictures } from '../pictures.ts';
import type { Talk } from '../talk.ts';
import { indicatorsIn, indicatorsOfDraft } from './facts-of.ts';

/** Only after the consent, and only where the matter is known to be none of those. */
function mayRead(draft: Draft): boolean {
  if (draft.consentVersion === null || draft.category === null) return false;
  const told = draft.told.map(({ text }) => text);
  const answered = Object.values(draft.answers).map(({ text }) => text);
  return !mayBeIntimate(draft.category, [...told, ...answered]);
}

export interface ReadPicture {
  readonly id: string;
  readonly facts: PictureFacts;
}

/** Asks for the draft's pictures to be read, after this turn, where they may be. */
export function havePicturesRead(talk: Talk, draft: Draft): void {
  if (!mayRead(draft)) return;
  const unread = unseenPictures(draft).filter((id) => !talk.pictureWords.has(id));
  if (unread.length > 0) talk.services.pictures.read(unread);
}

/** The first picture that was read and shows something that is not in the draft yet; null when there is none. */
export function pictureToConfirm(talk: Talk, draft: Draft): ReadPicture | null {
  if (!mayRead(draft)) return null;
  for (const id of unseenPictures(draft)) {
    const words = talk.pictureWords.get(id);
    if (words === undefined) continue;
    const facts = words === null ? null : pictureFacts(words, talk.turn.now);
    if (facts !== null && saysMore(talk, draft, facts)) return { id, facts };
    draft.seenPictures.push(id);
  }
  return null;
}

export function pictureOf(talk: Talk, id: string | null): ReadPicture | null {
  const words = id === null ? null : (talk.pictureWords.get(id) ?? null);
  const facts = words === null ? null : pictureFacts(words, talk.turn.now);
  return id === null || facts === null ? null : { id, facts };
}

/** Traces and receipts that the resident told already are not asked about. */
function saysMore(talk: Talk, draft: Draft, facts: PictureFacts): boolean {
  if (draft.told.some(({ text }) => text.endsWith(facts.text))) return false;
  if (facts.kind === 'receipt') {
    const { receipt } = facts;
    const digits = draft.answers['account']?.text.replace(/\D/g, '') ?? '';
    const isAccountKnown = receipt.account === null || digits.includes(receipt.account);
    const isMoneyKnown =
      draft.answers['money']?.value === `${receipt.money.amount} ${receipt.money.currency}`;
    return !(isAccountKnown && isMoneyKnown);
  }
  const known = new Set(indicatorsOfDraft(draft).map(({ kind, value }) => `${kind} ${value}`));
  return indicatorsIn(facts.text, talk.turn.now).some(({ kind, value }) => !known.has(`${kind} ${value}`));
}
