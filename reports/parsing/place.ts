/** Where something stands in the readable text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The text with these places blanked out, so that what was understood is not read again as something else. */
export function blankOut(text: string, places: readonly Place[]): string {
  let result = text;
  for (const { start, end } of places) {
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}

export function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}
