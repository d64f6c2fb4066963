type Growing<A> = { push: (value: number) => void; readonly length: number; trimmed: () => A };

type Numbers = Int32Array | Float32Array;

const growing = <A extends Numbers>(make: (length: number) => A): Growing<A> => {
  let held = make(1 << 14);
  let length = 0;
  return {
    push: (value) => {
      if (length === held.length) {
        const wider = make(length * 2);
        wider.set(held);
        held = wider;
      }
      held[length] = value;
      length += 1;
    },
    get length() {
      return length;
    },
    trimmed: () => {
      const exact = make(length);
      exact.set(held.subarray(0, length));
      return exact;
    },
  };
};

export const growingInts = (): Growing<Int32Array> => growing((length) => new Int32Array(length));
export const growingFloats = (): Growing<Float32Array> => growing((length) => new Float32Array(length));
