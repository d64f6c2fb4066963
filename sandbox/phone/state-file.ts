import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface StateFile {
  /** The content is asked for and written soon; many changes in a row become one write. */
  changed(): void;
  /** Writes a last time. */
  close(): Promise<void>;
}

const PAUSE_MS = 300;

/** What an earlier run left; null when there is nothing, or nothing that can be read. */
export function readStateFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    // A file that is missing or broken costs old demo chats only: the page begins anew.
    return null;
  }
}

/** Keeps a JSON file at what `content` gives: written beside it first, then put in its place in one step. */
export function createStateFile(
  file: string,
  content: () => unknown,
  onFailure: (error: unknown) => void,
): StateFile {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const beside = `${file}.${process.pid}.new`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(beside, JSON.stringify(content()), { mode: 0o600 });
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      onFailure(error);
    }
  }

  function writeNow(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  return {
    changed() {
      timer ??= setTimeout(() => void writeNow(), PAUSE_MS).unref();
    },
    close: writeNow,
  };
}
