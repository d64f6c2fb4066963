import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { PhoneApp } from './phone-message.ts';

const userId = z.string().regex(/^\d{10,20}$/u);
export const phoneResidentSchema = z.strictObject({
  id: z.string().regex(/^r\d{1,6}$/u),
  name: z.string().min(1).max(60),
  /** The same person's id on each platform. */
  userIds: z.strictObject({ zalo: userId, messenger: userId }),
});
export type PhoneResident = z.infer<typeof phoneResidentSchema>;

/** The people whose phones the page can be. */
export interface Residents {
  list(): readonly PhoneResident[];
  find(id: string): PhoneResident | null;
  byUserId(app: PhoneApp, userId: string): PhoneResident | null;
  add(): PhoneResident;
}

/** Beyond this the oldest leave the list. */
const MAX_RESIDENTS = 50;

/** `saved` are those of an earlier run; there is always at least one. */
export function createResidents(saved: readonly PhoneResident[]): Residents {
  const residents = [...saved];

  function add(): PhoneResident {
    const number = 1 + Math.max(0, ...residents.map(({ id }) => Number(id.slice(1))));
    const resident: PhoneResident = {
      id: `r${number}`,
      name: `Người dân ${number}`,
      userIds: { zalo: `83${digits(17)}`, messenger: `7${digits(15)}` },
    };
    residents.push(resident);
    residents.splice(0, residents.length - MAX_RESIDENTS);
    return resident;
  }

  if (residents.length === 0) add();
  return {
    list: () => residents,
    find: (id) => residents.find((resident) => resident.id === id) ?? null,
    byUserId: (app, wanted) => residents.find(({ userIds }) => userIds[app] === wanted) ?? null,
    add,
  };
}

function digits(count: number): string {
  return Array.from({ length: count }, () => String(randomInt(10))).join('');
}
