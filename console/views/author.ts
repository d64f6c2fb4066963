import { vi } from '../texts/vi.ts';

interface Written {
  readonly from: 'resident' | 'officer';
  readonly staffId: string | null;
}

/** Who wrote: an officer by name, which colleagues need and residents are not told. */
export function authorOf({ from, staffId }: Written, staffNames: ReadonlyMap<string, string>): string {
  return (staffId === null ? undefined : staffNames.get(staffId)) ?? vi.report[from];
}
