const RETRY_MS = [500, 1000, 2000, 5000];
/** The server says something at least this often. */
const SILENCE_MS = 40_000;

/**
 * The server's events. A broken line is opened again for as long as the page is there, and `onOpen` runs each time:
 * what was said meanwhile has to be fetched.
 */
export function followServer({ onOpen, onEvent, onState }) {
  let failures = 0;
  let source = null;
  let watch = 0;

  function alive() {
    clearTimeout(watch);
    watch = setTimeout(again, SILENCE_MS);
  }

  function again() {
    clearTimeout(watch);
    source?.close();
    onState('off');
    const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
    failures += 1;
    setTimeout(connect, pause);
  }

  function connect() {
    source = new EventSource('api/events');
    alive();
    source.onopen = () => {
      failures = 0;
      alive();
      onState('on');
      onOpen();
    };
    source.onerror = again;
    source.onmessage = ({ data }) => {
      alive();
      const event = JSON.parse(data);
      if (event.type !== 'beat') onEvent(event);
    };
  }

  onState('connecting');
  connect();
}
