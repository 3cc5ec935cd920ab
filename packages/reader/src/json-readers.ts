/** Reads a text that is JSON as a whole. */
import { JsonText } from './body.ts';
import { finish } from './draft.ts';
import { parseJson } from './json.ts';
import { readLiteralBody } from './literal-body.ts';
import { makeJsonProblem } from './none.ts';
import { readJsonLines, readJsonValue } from './read-json.ts';
import { type Source, trimPiece } from './text.ts';
import type { Reading, ReadOptions } from './types.ts';

/** Reads a text that is JSON as a whole, or JSON lines. A problem is returned for later. */
export function readWholeJson(
  source: Source,
  start: number,
  options: ReadOptions,
): Reading | undefined {
  const piece = trimPiece(source.slice(start, source.text.length));
  const parsed = parseJson(piece.text);
  if (parsed.problem === undefined)
    return readJsonValue(source, new JsonText(piece, parsed.value), options);
  const lines = readJsonLines(source, start) ?? readWholeLiteral(source, start);
  if (lines) return lines;
  const at = Math.min(start + parsed.at, source.text.length);
  return /^[{[]\s*(?:["'“‘{[\w}/]|$)/.test(piece.text.slice(0, 1000))
    ? makeJsonProblem(source, parsed.problem, at)
    : undefined;
}

/** Reads an object of JavaScript or Python that is a body and the whole text. */
function readWholeLiteral(source: Source, start: number): Reading | undefined {
  const draft = readLiteralBody(source, start);
  return draft && /^\s*;?\s*$/.test(source.text.slice(draft.range.end))
    ? finish(source, draft)
    : undefined;
}
