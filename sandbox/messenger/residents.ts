/** What Meta knows about one person's thread with the Page. */
export interface Resident {
  readonly psid: string;
  name: string;
  lastActionAt: Date | null;
  hasBlocked: boolean;
  /** The app that owns the thread; null: ours. */
  owner: string | null;
}

export interface Residents {
  /** Made on first mention: anybody may open the Page. */
  of(psid: string): Resident;
  find(psid: string): Resident | null;
}

export function createResidents(): Residents {
  const residents = new Map<string, Resident>();
  return {
    of(psid) {
      const known = residents.get(psid);
      if (known !== undefined) return known;
      const made = { psid, name: 'Người dân', lastActionAt: null, hasBlocked: false, owner: null };
      residents.set(psid, made);
      return made;
    },
    find: (psid) => residents.get(psid) ?? null,
  };
}
