/** A language model, whoever runs it. Rejects when it cannot be reached, refuses, or `signal` aborts. */
export type ModelPort = {
  complete: (instructions: string, input: string, signal: AbortSignal) => Promise<string>;
};
