import type { Evidence } from './report.ts';

/** Why there was no room for a file: the store is full, or the resident sent all that one may send in a day. */
export type NoRoom = 'storage-full' | 'too-much-today';

const NO_ROOM: readonly (string | null)[] = ['storage-full', 'too-much-today'] satisfies NoRoom[];

/** Whether sending the file again would not help: it came, and there was no room for it. */
export const hadNoRoom = ({ state, note }: Evidence): boolean => state === 'failed' && NO_ROOM.includes(note);
