/** A set of texts with a limit. */

const MAX_TEXTS = 500;

/** Keeps the texts that were added last. */
export class RecentSet {
  readonly #texts = new Set<string>();

  has(text: string): boolean {
    return this.#texts.has(text);
  }

  add(text: string): void {
    this.#texts.delete(text);
    this.#texts.add(text);
    if (this.#texts.size > MAX_TEXTS)
      this.#texts.delete(this.#texts.values().next().value as string);
  }

  delete(text: string): void {
    this.#texts.delete(text);
  }
}
