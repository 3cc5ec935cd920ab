/** Reads the text of a body, as commands and raw HTTP write it. */

import { makeJsonProblem } from '../none.ts';
import { cutPiece, locate, type Piece, rangeOf, type Source, trimPiece } from '../text.ts';
import type { NoneReading } from '../types.ts';
import { type Body, JsonText, type Unknown } from './body.ts';
import { parseJson, scanJson } from './json.ts';

/**
 * Reads the JSON of a body. A text with variables of a shell or a template may be no JSON, and a
 * form is none.
 */
export function readBodyText(
  source: Source,
  piece: Piece,
  unknown: Unknown[],
): Body | NoneReading | undefined {
  const trimmed = trimPiece(piece);
  if (trimmed.text === '') return undefined;
  const json = parseJson(trimmed.text);
  if (json.problem === undefined) return new JsonText(trimmed, json.value).toBody();
  const isOpen = unknown.some(({ part }) => part === 'body');
  const hasHoles = /\{\{|\$[A-Za-z_{(]/.test(trimmed.text);
  if (isOpen || hasHoles) {
    if (!isOpen) unknown.push({ part: 'body', why: 'variable', range: rangeOf(trimmed) });
    return undefined;
  }
  if (!/^[{["]/.test(trimmed.text)) {
    unknown.push({ part: 'body', why: 'form', range: rangeOf(trimmed) });
    return undefined;
  }
  const at = Math.min(locate(trimmed, json.at), source.text.length);
  return makeJsonProblem(source, json.problem, at);
}

/** Cuts what follows a JSON text on a line of its own, such as a sentence. */
export function cutAfterJson(piece: Piece): Piece {
  if (!/^[{[]/.test(piece.text)) return piece;
  const scan = scanJson(piece.text, 0, { isPrefix: true });
  if (scan.problem !== undefined) return piece;
  return cutPiece(piece, 0, scan.end);
}
