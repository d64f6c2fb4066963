type Growing<A> = { push: (value: number) => void; readonly length: number; trimmed: () => A };

type Numbers = Int32Array | Float32Array;

const CHUNK = 1 << 14;

/** Grows chunk by chunk: one array that doubles leaves three times its size behind. */
const growing = <A extends Numbers>(make: (length: number) => A): Growing<A> => {
  const full: A[] = [];
  let open = make(CHUNK);
  let used = 0;
  const length = (): number => full.length * CHUNK + used;
  return {
    push: (value) => {
      if (used === CHUNK) {
        full.push(open);
        open = make(CHUNK);
        used = 0;
      }
      open[used] = value;
      used += 1;
    },
    get length() {
      return length();
    },
    trimmed: () => {
      const exact = make(length());
      full.forEach((chunk, at) => {
        exact.set(chunk, at * CHUNK);
      });
      exact.set(open.subarray(0, used), full.length * CHUNK);
      return exact;
    },
  };
};

export const growingInts = (): Growing<Int32Array> => growing((length) => new Int32Array(length));
export const growingFloats = (): Growing<Float32Array> => growing((length) => new Float32Array(length));
