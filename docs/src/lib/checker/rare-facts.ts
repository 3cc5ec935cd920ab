/** The files of facts that few questions need. The worker loads each for the first that does. */
import type { RareFacts } from './facts.ts';

export class RareFactsFiles {
  readonly #address: string;
  /** The facts that are loaded. */
  readonly loaded: { -readonly [P in keyof RareFacts]?: RareFacts[P] } = {};

  /** `{part}` in the address is the name of a part. */
  constructor(address: string) {
    this.#address = address;
  }

  async load<P extends keyof RareFacts>(part: P): Promise<RareFacts[P]> {
    const known: RareFacts[P] | undefined = this.loaded[part];
    if (known) return known;
    const address = this.#address.replace('{part}', part);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const facts = (await response.json()) as RareFacts[P];
    this.loaded[part] = facts;
    return facts;
  }
}
