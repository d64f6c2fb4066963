import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

const PROGRAM = fileURLToPath(new URL('reading-process.ts', import.meta.url));
const TYPESCRIPT = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const answerSchema = z.object({ words: z.string().nullable() });

/** Larger pictures are made smaller first: a screenshot is readable at this size, and memory stays bounded. */
const LONGEST_SIDE_PX = 2_000;
/** A smaller one is an icon or an emoji. */
const SHORTEST_SIDE_PX = 100;
/** Above this a picture is not even opened (a few bytes may hold a picture of any size). */
const MOST_PIXELS = 50_000_000;
const MOST_CHARS = 6_000;

const TIMEOUT_MS = 60_000;
/** The engine holds about 150 MB: it ends when nobody has sent a picture for this long. */
const IDLE_MS = 60_000;

export interface PictureReader {
  /** The words in a picture, or null when it cannot be read: no picture, too large, no words, too slow. Never rejects. */
  read(bytes: Uint8Array): Promise<string | null>;
  stop(): Promise<void>;
}

/** The engine took too long, or nobody waits for it any more: it is of no more use. */
class ReadingEnded extends Error {
  override name = 'ReadingEnded';
}

/**
 * Reads pictures one after another in a process of its own, which starts with the first and ends when idle: what a picture
 * does to the engine, the program does not feel, and the engine sees none of its secrets.
 */
export function createPictureReader(
  options: { readonly idleMs?: number; readonly timeoutMs?: number } = {},
): PictureReader {
  const { idleMs = IDLE_MS, timeoutMs = TIMEOUT_MS } = options;
  let engine: ChildProcess | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const stopping = new AbortController();

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = engine;
    engine = null;
    if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.kill('SIGKILL');
    await once(ending, 'exit');
  };

  const started = (): ChildProcess => {
    const child = startEngine();
    child.once('exit', () => {
      if (engine === child) engine = null;
    });
    return child;
  };

  const recognise = async (bytes: Uint8Array): Promise<string | null> => {
    if (stopping.signal.aborted) return null;
    clearTimeout(idle);
    try {
      const picture = await prepare(bytes);
      if (picture === null) return null;
      engine ??= started();
      const found = await within(timeoutMs, stopping.signal, ask(engine, picture));
      const words = found?.trim().slice(0, MOST_CHARS) ?? '';
      return words === '' ? null : words;
    } catch (error) {
      // a picture that cannot be opened says nothing about the engine
      if (error instanceof ReadingEnded) void end();
      return null;
    } finally {
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  };

  return {
    read: (bytes) => {
      const reading = queue.then(() => recognise(bytes));
      queue = reading;
      return reading;
    },
    stop: async () => {
      stopping.abort();
      await queue;
      await end();
    },
  };
}

function startEngine(): ChildProcess {
  const child = fork(PROGRAM, [], {
    execArgv: ['--import', TYPESCRIPT],
    env: {},
    serialization: 'advanced',
    // what the engine complains of would stand among the program's own lines of log
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // its end is noticed by "exit"; an unheard "error" would end the program
  child.on('error', () => undefined);
  return child;
}

/** The words, or null also when the engine's process ends over the picture. */
async function ask(engine: ChildProcess, picture: Buffer): Promise<string | null> {
  const over = new AbortController();
  const { signal } = over;
  try {
    const answered = once(engine, 'message', { signal }).then(([answer]) => answerSchema.parse(answer).words);
    const died = once(engine, 'exit', { signal }).then(() => null);
    engine.send(picture);
    return await Promise.race([answered, died]);
  } finally {
    over.abort();
  }
}

/** Upright, grey, of a size that bounds time and memory; null when there is no room for words. Rejects what cannot be opened. */
async function prepare(bytes: Uint8Array): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  if (Math.min(width, height) < SHORTEST_SIDE_PX) return null;
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1 })
    .rotate()
    .resize(LONGEST_SIDE_PX, LONGEST_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .grayscale()
    .png()
    .toBuffer();
}

async function within<T>(timeoutMs: number, stopping: AbortSignal, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    giveUp = () => {
      reject(new ReadingEnded('Reading a picture took too long or was stopped'));
    };
    timer = setTimeout(giveUp, timeoutMs);
    stopping.addEventListener('abort', giveUp);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener('abort', giveUp);
  }
}
