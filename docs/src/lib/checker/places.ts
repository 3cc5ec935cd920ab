/** Finds places in the pasted text, each once. */
import { getLineAndColumn, type Range } from './json.ts';
import type { ReadRequest } from './read.ts';

/** A place in the pasted text. */
export interface Place extends Range {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  /** The surrounding text, for the case that the whole text is too long to be shown. */
  readonly excerpt: { readonly before: string; readonly text: string; readonly after: string };
}

/** The number of places that are marked. More would hide the text. */
const MAX_PLACES = 200;

/** Numbers the places that decisions are about. */
export class Places {
  readonly all: Place[] = [];
  readonly #text: string;
  readonly #read: ReadRequest;
  readonly #known = new Map<string, number | undefined>();

  constructor(text: string, read: ReadRequest) {
    this.#text = text;
    this.#read = read;
  }

  /** Gets the numbers of pointers that are in the text. */
  getNumbers(pointers: readonly string[] = []): number[] {
    return pointers.flatMap((pointer) => this.#getNumber(pointer) ?? []);
  }

  #getNumber(pointer: string): number | undefined {
    if (!this.#known.has(pointer)) this.#known.set(pointer, this.#add(pointer));
    return this.#known.get(pointer);
  }

  #add(pointer: string): number | undefined {
    const range = this.all.length < MAX_PLACES ? this.#read.place(pointer) : undefined;
    if (!range) return undefined;
    const place: Place = {
      pointer,
      ...range,
      ...getLineAndColumn(this.#text, range.start),
      excerpt: cutExcerpt(this.#text, range),
    };
    return this.all.push(place) - 1;
  }
}

/** Cuts out a place with the text around it. */
export function cutExcerpt(text: string, { start, end }: Range): Place['excerpt'] {
  const from = Math.max(0, start - 120);
  const to = Math.min(text.length, end + 120);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    text: text.slice(start, Math.min(end, start + 300)),
    after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
  };
}
