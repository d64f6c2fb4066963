import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import type { Evidence } from '../reports/report.ts';
import type { Button } from './buttons.ts';
import { foldedWords } from './prompts/folded-words.ts';

/** The type of an Activity that tells of a resident who opened or followed the account. */
const ARRIVAL = 'conversationUpdate';
const isArrival = (type: string): boolean => type === ARRIVAL;

/** Longest message that is kept as written; longer ones are asked to be sent in parts. */
const MAX_MESSAGE_CHARS = 10_000;

/** One message of a resident, as the dialogs read it. */
export interface Input {
  /** `nothing`: a sticker or something that carries neither words nor a file. */
  readonly kind: 'arrival' | 'tap' | 'words' | 'evidence' | 'nothing';
  /** NFC, trimmed; empty when there are no words. */
  readonly text: string;
  /** The words without diacritics, case and punctuation. */
  readonly folded: string;
  /** What the tapped button carries. */
  readonly action: string | null;
  readonly evidence: readonly Evidence[];
  readonly tooLong: boolean;
}

const buttonValueSchema = z.object({ action: z.string().min(1).max(300) });

const tappedAction = (activity: Activity): string | null => {
  const value = buttonValueSchema.safeParse(activity.value);
  return value.success ? value.data.action : null;
};

/** Reads an Activity of any shape; never throws. */
export function readInput(activity: Activity, evidence: readonly Evidence[]): Input {
  const raw = typeof activity.text === 'string' ? activity.text.normalize('NFC').trim() : '';
  const tooLong = raw.length > MAX_MESSAGE_CHARS;
  const text = tooLong ? raw.slice(0, MAX_MESSAGE_CHARS) : raw;
  const input = { text, folded: foldedWords(text), evidence, tooLong };
  const action = tappedAction(activity);
  if (isArrival(activity.type)) return { ...input, kind: 'arrival', action: null };
  if (action !== null) return { ...input, kind: 'tap', action };
  if (input.folded !== '') return { ...input, kind: 'words', action: null };
  if (evidence.length > 0) return { ...input, kind: 'evidence', action: null };
  return { ...input, kind: 'nothing', action: null };
}

const POSITION = /^(?:so |chon |muc |y |cau )?(\d{1,2})$/;

/** A typed button title, or its number where numbers mean buttons, is the same as a tap on it. */
export function asTap(input: Input, shown: readonly Button[], numbered: boolean): Input {
  if (input.kind !== 'words') return input;
  const position = numbered ? POSITION.exec(input.folded)?.[1] : undefined;
  const button =
    position === undefined
      ? shown.find(({ title }) => foldedWords(title) === input.folded)
      : shown[Number(position) - 1];
  return button === undefined ? input : { ...input, kind: 'tap', action: button.action };
}
