/** Says every few seconds what a long step is at, so that a person who waits sees that it goes on. */
export interface Progress {
  readonly onLine: (line: string) => void;
  readonly stop: () => void;
}

const intervalMs = 3000;

/** Reports `title`, the seconds passed, how many packages were fetched or unpacked, and the last step. */
export function reportProgress(title: string, onProgress: (line: string) => void): Progress {
  const startedAt = Date.now();
  const counts = { Retrieving: 0, Unpacking: 0 };
  let step = 'starting';
  const say = () => onProgress(`${title}: ${step} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  const timer = setInterval(say, intervalMs);
  return {
    onLine: (line) => {
      const match = /(Retrieving|Unpacking) (\S+)/.exec(line);
      if (match === null) {
        step = line.replace(/^[A-Z]: /, '').slice(0, 80);
        return;
      }
      const kind = match[1] === 'Unpacking' ? 'Unpacking' : 'Retrieving';
      counts[kind] += 1;
      step = `${kind.toLowerCase()} package ${counts[kind]}, ${match[2]?.split('_')[0] ?? ''}`;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
