/** Bytes as they come from a socket, taken out again in the pieces a protocol wants. */
export class ByteQueue {
  #chunks: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The first `count` bytes, left in the queue; undefined while there are fewer. */
  peek(count: number): Buffer | undefined {
    return this.#length < count ? undefined : this.#gather(count).subarray(0, count);
  }

  /** The first `count` bytes, removed from the queue; undefined while there are fewer. */
  take(count: number): Buffer | undefined {
    if (this.#length < count) return undefined;
    const first = this.#gather(count);
    if (first.length === count) this.#chunks.shift();
    else this.#chunks[0] = first.subarray(count);
    this.#length -= count;
    return first.subarray(0, count);
  }

  /** The first chunk, made of as many as it takes to hold `count` bytes. */
  #gather(count: number): Buffer {
    let first = this.#chunks[0] ?? Buffer.alloc(0);
    if (first.length >= count) return first;
    first = Buffer.concat(this.#chunks, this.#length);
    this.#chunks = [first];
    return first;
  }
}
