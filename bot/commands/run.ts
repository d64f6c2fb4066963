import { ConfigError, EXIT_CONFIG } from '../config.ts';

/**
 * Runs a command to its end, with the words it was called with; its number is the exit code, none is 0. What it throws is
 * told as `tell` puts it, and ends the program with 1, or with 78 where the configuration cannot be used.
 */
export function runCommand(
  main: (words: string[]) => Promise<number | undefined> | Promise<void>,
  tell: (error: unknown) => string,
): void {
  Promise.resolve(main(process.argv.slice(2))).then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error: unknown) => {
      process.stderr.write(`${tell(error)}\n`);
      process.exit(error instanceof ConfigError ? EXIT_CONFIG : 1);
    },
  );
}

/** Its own words, or `otherwise`. */
export function inWords(otherwise: string): (error: unknown) => string {
  return (error) => (error instanceof Error ? error.message : otherwise);
}
