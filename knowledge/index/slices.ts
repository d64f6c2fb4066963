/** Longest stretch of work before other turns get their chance, in milliseconds. */
const SLICE_MS = 8;

/** Runs the work to its end without a break. */
export const runAtOnce = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};

/** Runs the work in slices of a few milliseconds, giving way to everything that waits in between. */
export const runInSlices = async <T>(work: Generator<void, T>): Promise<T> => {
  for (;;) {
    const sliceEnds = performance.now() + SLICE_MS;
    while (performance.now() < sliceEnds) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
};
