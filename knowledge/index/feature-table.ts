const EMPTY = -1;
const MAX_LOAD = 0.6;
const HALF = 2 ** 24;

/**
 * Numbers features in the order in which they are first seen. Keys are whole numbers below 2^53.
 *
 * Open addressing over typed arrays: half a million keys take 12 MB, a Map of the same would take 40.
 */
export class FeatureTable {
  private keys: Float64Array;
  private ids: Int32Array;
  private count = 0;

  constructor(capacity = 1 << 12) {
    this.keys = new Float64Array(capacity);
    this.ids = new Int32Array(capacity).fill(EMPTY);
  }

  get size(): number {
    return this.count;
  }

  /** The key's number, or -1 when it was never added. */
  find(key: number): number {
    return this.ids[this.slotOf(key)] ?? EMPTY;
  }

  /** The key's number; a new key gets the next one. */
  add(key: number): number {
    const slot = this.slotOf(key);
    const known = this.ids[slot] ?? EMPTY;
    if (known !== EMPTY) return known;
    const id = this.count;
    this.keys[slot] = key;
    this.ids[slot] = id;
    this.count += 1;
    if (this.count > this.ids.length * MAX_LOAD) this.grow();
    return id;
  }

  private slotOf(key: number): number {
    const mask = this.ids.length - 1;
    // both halves fit 32 bits: a remainder of the whole key took a tenth of the build
    const high = Math.floor(key / HALF);
    const mixed = Math.imul(key - high * HALF, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.ids[slot] !== EMPTY && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, ids } = this;
    this.keys = new Float64Array(ids.length * 2);
    this.ids = new Int32Array(ids.length * 2).fill(EMPTY);
    for (let slot = 0; slot < ids.length; slot += 1) {
      const id = ids[slot] ?? EMPTY;
      if (id === EMPTY) continue;
      const key = keys[slot] ?? 0;
      const place = this.slotOf(key);
      this.keys[place] = key;
      this.ids[place] = id;
    }
  }
}
