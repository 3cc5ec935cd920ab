/** The file of facts that few questions need. The worker loads it for the first that does. */
import type { RareFacts } from './facts.ts';

export class RareFactsFile {
  readonly #address: string;
  /** The facts, once they are loaded. */
  loaded: RareFacts | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  async load(): Promise<RareFacts> {
    if (this.loaded) return this.loaded;
    const response = await fetch(this.#address);
    if (!response.ok) throw new Error(`${this.#address}: ${response.status}`);
    this.loaded = (await response.json()) as RareFacts;
    return this.loaded;
  }
}
