import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { MediaShelf, ShelfFile } from '../platform/media-shelf.ts';

/** Photos and files of one app's chats, kept on disk so that their addresses still work after a restart. */
export interface KeptFiles {
  /** Keeps a file of the shelf; nothing happens for one that is kept, or no longer there. */
  keep(fileId: string): Promise<void>;
}

type KeptFile = Omit<ShelfFile, 'md5'>;

/** The oldest go first. */
const MAX_BYTES = 40 * 1024 * 1024;

const headSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  storedAt: z.coerce.date(),
});

/** Puts every kept file of `folder` back on the shelf, oldest first. */
export function createKeptFiles(folder: string, shelf: Pick<MediaShelf, 'find' | 'restore'>): KeptFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = readdirSync(folder).flatMap((name) => readKept(readFileSync(path.join(folder, name))) ?? []);
  found.sort((a, b) => a.storedAt.getTime() - b.storedAt.getTime());
  for (const file of found) shelf.restore(file);
  const sizes = new Map(found.map(({ id, bytes }) => [id, bytes.length]));

  async function dropOldest(): Promise<void> {
    let sizeBytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [id, size] of sizes) {
      if (sizeBytes <= MAX_BYTES) return;
      sizes.delete(id);
      sizeBytes -= size;
      await rm(path.join(folder, id), { force: true });
    }
  }

  return {
    async keep(fileId) {
      const file = shelf.find(fileId);
      if (file === null || sizes.has(fileId)) return;
      sizes.set(fileId, file.bytes.length);
      const { id, name, mediaType, storedAt, bytes } = file;
      const head = JSON.stringify({ id, name, mediaType, storedAt });
      const beside = path.join(folder, `${id}.new`);
      await writeFile(beside, Buffer.concat([Buffer.from(`${head}\n`), bytes]), { mode: 0o600 });
      await rename(beside, path.join(folder, id));
      await dropOldest();
    },
  };
}

/** One line of JSON, then the bytes; null for anything else. */
function readKept(content: Buffer): KeptFile | null {
  const end = content.indexOf('\n');
  try {
    const head = headSchema.safeParse(JSON.parse(content.subarray(0, end).toString('utf8')));
    return head.success ? { ...head.data, bytes: content.subarray(end + 1) } : null;
  } catch {
    return null;
  }
}
