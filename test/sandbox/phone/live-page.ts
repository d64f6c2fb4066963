import { z } from 'zod';

const eventSchema = z.looseObject({ type: z.string() });
type LiveEvent = z.infer<typeof eventSchema>;

/** One open page's line to the server. */
export interface LivePage {
  /** The next event of that type from now on, or one that has come and was not asked for yet. */
  next(type: string): Promise<LiveEvent>;
  /** Resolves when the server has ended the line. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function openLivePage(pageUrl: string): Promise<LivePage> {
  const abort = new AbortController();
  const response = await fetch(`${pageUrl}api/events`, { signal: abort.signal });
  const events: LiveEvent[] = [];
  const waiting: { type: string; resolve: (event: LiveEvent) => void }[] = [];

  function take(event: LiveEvent): void {
    const index = waiting.findIndex(({ type }) => type === event.type);
    if (index === -1) events.push(event);
    else waiting.splice(index, 1)[0]?.resolve(event);
  }

  async function readAll(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const frames = rest.split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        if (frame.startsWith('data: ')) take(eventSchema.parse(JSON.parse(frame.slice(6))));
      }
    }
  }

  return {
    ended: readAll().catch(() => undefined),
    next(type) {
      const index = events.findIndex((event) => event.type === type);
      const [known] = index === -1 ? [] : events.splice(index, 1);
      return known === undefined
        ? new Promise((resolve) => waiting.push({ type, resolve }))
        : Promise.resolve(known);
    },
    close: () => abort.abort(),
  };
}
