import { formatWhen, readWhenAnswer } from '../../reports/parsing/when-answer.ts';

const NOT_REMEMBERED = 'Không nhớ';

/** A time as typed ("hôm qua tầm 9h tối", "không nhớ"), with what was meant; null when it names none. */
export function recogniseWhen(
  text: string,
  now: Date,
): { readonly value: string; readonly text: string } | null {
  const read = readWhenAnswer(text, now);
  if (read === null) return null;
  if (read.kind === 'unknown') return { value: 'unknown', text: NOT_REMEMBERED };
  const understood = formatWhen(read.when);
  return { value: read.when.at.toISOString(), text: understood };
}
