/** Headers with the places of their values. */
import type { Body } from './json/body.ts';
import { isObject, type Piece } from './text.ts';

/** A header, with the place of its value if the text has it. */
export interface DraftHeader {
  readonly name: string;
  readonly value: string;
  readonly piece?: Piece | undefined;
}
/** Escapes a key for a JSON pointer. */
export const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Lists headers that are members of an object in the body or another value. */
export function listPairs(value: unknown, body: Body | undefined, base = ''): DraftHeader[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, given]) => {
    const text = [given].flat().filter((one) => ['string', 'number'].includes(typeof one));
    if (text.length === 0) return [];
    const value = text.join(',');
    return [{ name, value, piece: body && findPiece(body, `${base}/${escapeKey(name)}`, value) }];
  });
}

/** Finds the place of a text in the body, exactly if its escapes allow it. */
export function findPiece(body: Body, pointer: string, text: string): Piece | undefined {
  const piece = body.findText?.(pointer);
  if (piece?.text === text) return piece;
  const range = body.find(pointer, true);
  return range && { text, runs: [{ at: 0, from: range.start }] };
}
