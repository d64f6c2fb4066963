/**
 * Whether two folded replies differ by so few keys that the same was meant: one key from five letters on, two from ten on,
 * and never more than `most`.
 */
export function nearlyEqual(typed: string, wanted: string, most = 2): boolean {
  if (typed === wanted) return true;
  const allowed = Math.min(most, wanted.length >= 10 ? 2 : wanted.length >= 5 ? 1 : 0);
  if (allowed === 0 || Math.abs(typed.length - wanted.length) > allowed) return false;
  return editDistance(typed, wanted) <= allowed;
}

/** Insertions, deletions, exchanges and swaps of neighbours between two short words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
