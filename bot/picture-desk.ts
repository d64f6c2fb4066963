import type { EvidenceStore, PictureWords } from '../reports/evidence-ports.ts';

/** More pictures than this do not wait; whoever still needs them asks again with the next message. */
const MOST_WAITING = 100;
/** A chat sends pictures smaller than this; what is larger is a photo of a camera or no picture at all. */
const LARGEST_BYTES = 15 * 1024 * 1024;

export interface PictureDesk {
  /** Has pictures of evidence read in their turn, sometime after now; those read or waiting already are left out. */
  read(evidenceIds: readonly string[]): void;
  /** What was read so far; an id that is missing was not read yet. */
  words: PictureWords['of'];
  /** Waits for nothing: what was not read is asked for again. */
  stop(): Promise<void>;
}

/** Reads pictures of evidence one after another and keeps their words beside them. */
export function createPictureDesk(options: {
  readonly evidence: Pick<EvidenceStore, 'read'>;
  readonly kept: PictureWords;
  readonly reader: {
    read(bytes: Uint8Array): Promise<string | null>;
    stop(): Promise<void>;
  };
}): PictureDesk {
  const { evidence, kept, reader } = options;
  const waiting = new Set<string>();
  let queue = Promise.resolve();
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;

  const readOne = async (id: string): Promise<void> => {
    try {
      if (isStopped() || (await kept.of([id])).has(id)) return;
      const file = await evidence.read(id);
      const isReadable = file?.mediaType.startsWith('image/') === true && file.bytes.length <= LARGEST_BYTES;
      const words = isReadable ? await reader.read(file.bytes) : null;
      // a reader that was stopped in the middle has not looked at the picture
      if (!isStopped()) await kept.keep(id, words);
    } catch {
      // the database is away or the file damaged: nothing is kept, so it is tried again when it is asked for again
    } finally {
      waiting.delete(id);
    }
  };

  return {
    read: (evidenceIds) => {
      for (const id of evidenceIds) {
        if (isStopped() || waiting.has(id) || waiting.size >= MOST_WAITING) continue;
        waiting.add(id);
        queue = queue.then(() => readOne(id));
      }
    },
    words: (evidenceIds) => kept.of(evidenceIds),
    stop: async () => {
      stopping.abort();
      await reader.stop();
      await queue;
    },
  };
}
