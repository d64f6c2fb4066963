/** What Zalo knows about one person's relation to the account. */
interface Resident {
  readonly userId: string;
  name: string;
  isFollower: boolean;
  hasChatted: boolean;
  lastInteractionAt: Date | null;
}

export interface Residents {
  /** Made on first mention, as anybody may open the account's page. */
  of(userId: string): Resident;
  find(userId: string): Resident | null;
  list(): readonly Resident[];
}

export function createResidents(): Residents {
  const residents = new Map<string, Resident>();
  return {
    of(userId) {
      const known = residents.get(userId);
      if (known !== undefined) return known;
      const made = {
        userId,
        name: 'Người dân',
        isFollower: false,
        hasChatted: false,
        lastInteractionAt: null,
      };
      residents.set(userId, made);
      return made;
    },
    find: (userId) => residents.get(userId) ?? null,
    list: () => [...residents.values()],
  };
}
