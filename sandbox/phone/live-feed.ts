import type { Response } from 'express';

/** Server-sent events to every open page. */
export interface LiveFeed {
  /** Takes the response over until its page is gone; false when too many pages are open. */
  join(response: Response): boolean;
  publish(event: object): void;
  close(): void;
}

const BEAT_MS = 15_000;
const MAX_PAGES = 50;
/** A page that reads no more is let go before its unread events fill the memory; it connects again by itself. */
const MAX_UNREAD_BYTES = 2 * 1024 * 1024;

export function createLiveFeed(): LiveFeed {
  const pages = new Set<Response>();

  function publish(event: object): void {
    const frame = `data: ${JSON.stringify(event)}\n\n`;
    for (const page of pages) {
      page.write(frame);
      if (page.writableLength > MAX_UNREAD_BYTES) page.destroy();
    }
  }

  const beat = setInterval(() => publish({ type: 'beat' }), BEAT_MS);
  beat.unref();

  return {
    publish,
    join(response) {
      if (pages.size >= MAX_PAGES) return false;
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
      return true;
    },
    close() {
      clearInterval(beat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
