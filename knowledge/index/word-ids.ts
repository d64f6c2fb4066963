/** Numbers words in the order in which they are first seen. */
export class WordIds {
  private readonly ids = new Map<string, number>();

  /** The word's number, or -1 for one never added. */
  find(word: string): number {
    return this.ids.get(word) ?? -1;
  }

  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    this.ids.set(word, this.ids.size);
    return this.ids.size - 1;
  }

  get size(): number {
    return this.ids.size;
  }
}
