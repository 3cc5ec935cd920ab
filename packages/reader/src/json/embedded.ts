/** Finds JSON in a code block, after a sentence, or between other lines. */

import { makeJsonProblem } from '../none.ts';
import type { Range, Source } from '../text.ts';
import type { NoneReading } from '../types.ts';
import { JsonText } from './body.ts';
import { cutAfterJson } from './body-text.ts';
import { parseJson, scanJson } from './json.ts';

/** A JSON value with its place. */
export interface EmbeddedJson {
  readonly json: JsonText;
  readonly range: Range;
}

/** The values of a text, and the first part that begins like a value and is broken. */
export interface Embedded {
  readonly values: readonly EmbeddedJson[];
  readonly broken?: { readonly start: number; readonly at: number; readonly problem: NoneReading };
}

const JSON_START =
  /^[ \t>]{0,20}(?=[{[][ \t]{0,20}(?:["{[]|\r?\n))|(?<=: ?)(?=\{["\n])|(?<=[ \t'])(?=\{\s{0,20}"(?:model|messages|max_tokens|anthropic_version)")/gm;
/** The number of values, and of beginnings of broken ones, that are looked at. */
const MAX_VALUES = 1000;
const MAX_BROKEN = 30;
/** The number of characters of broken values that are read. */
const MAX_BROKEN_TEXT = 2_000_000;

/** Finds the JSON values in a text. */
export function listEmbedded(source: Source): Embedded {
  const { text } = source;
  const values: EmbeddedJson[] = [];
  let broken: Embedded['broken'];
  let tries = 0;
  let wasted = 0;
  let end = 0;
  for (const match of text.matchAll(JSON_START)) {
    const start = match.index + match[0].length;
    if (start < end) continue;
    if (tries >= MAX_BROKEN || wasted >= MAX_BROKEN_TEXT || values.length >= MAX_VALUES) break;
    const scan = scanJson(text, start, { isPrefix: true });
    if (scan.problem !== undefined) {
      tries += 1;
      wasted += scan.at - start;
      broken ??= { start, at: scan.at, problem: makeJsonProblem(source, scan.problem, scan.at) };
      continue;
    }
    end = scan.end;
    const piece = cutAfterJson(source.slice(start, end));
    const parsed = parseJson(piece.text);
    if (parsed.problem === undefined)
      values.push({ json: new JsonText(piece, parsed.value), range: { start, end } });
  }
  return { values, ...(broken && { broken }) };
}
