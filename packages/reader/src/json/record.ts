/** Finds the error in a record of a log. */
import { escapeKey } from '../draft-header.ts';
import { addStatus, isKnown, readError } from '../error.ts';
import { hasErrorWords } from '../error-words.ts';
import { isObject, type Source } from '../text.ts';
import type { ErrorReading } from '../types.ts';
import type { JsonText } from './body.ts';

const MAX_DEPTH = 4;
const LONGEST_MESSAGE = 20_000;

/** Reads a record of a log, one of whose texts is an error about betas. */
export function readRecord(source: Source, json: JsonText): ErrorReading | undefined {
  const findError = (value: unknown, base: string, depth: number): string | undefined => {
    if (typeof value === 'string')
      return value.length <= LONGEST_MESSAGE && hasErrorWords(value) && isKnown(source, value)
        ? base
        : undefined;
    if (!isObject(value) || depth > MAX_DEPTH) return undefined;
    for (const [key, item] of Object.entries(value)) {
      const found = findError(item, `${base}/${escapeKey(key)}`, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const pointer = findError(json.value, '', 0);
  const piece = pointer === undefined ? undefined : json.findText(pointer);
  const error = piece && readError(source, piece);
  return error && addStatus(error, json.piece.text);
}
