/** Finds the bodies of requests among the maps and texts of code. */
import { type Body, readJsonBody } from './body.ts';
import type { Bracket, CodeScan } from './code-scan.ts';
import type { Dialect } from './dialect.ts';
import type { Evaluator } from './evaluate.ts';
import { findShape } from './shape.ts';
import { isObject } from './text.ts';
import { openReader } from './typed-literal.ts';

/** A body, or the place of one that is not in the text as a whole. */
export interface FoundBody {
  readonly start: number;
  readonly end: number;
  /** Missing if the text of the body has variables. */
  readonly body?: Body;
}

interface Code {
  readonly text: string;
  readonly dialect: Dialect;
  readonly evaluator: Evaluator;
}

const MAX_BODIES = 400;
/** The brackets around a message of a batch: its request, the list, and the body. */
const MAX_CLIMB = 4;
/** The calls that make a map of their arguments. */
const MAP_CALL = /(?:Map\.of|ImmutableMap\.of|Map\.ofEntries|[mM]apOf|\barray|\bdict|\bhash)\s?$/;
const TYPE_BEFORE =
  /(?:new ?(?:\(\)|[\w.<>, ?[\]]{1,80}(?:\(\))?)|map\[\w{1,40}\](?:interface ?\{\}|any)|[A-Z]\w{0,60})\s{0,80}$/;

/** Finds all bodies of a text. */
export function findBodies({ literals, holders }: CodeScan, code: Code): FoundBody[] {
  const found: FoundBody[] = [];
  for (const { start, end, piece, isWhole } of literals) {
    if (!/^\s*\{\s*\\?["']/.test(piece.text)) continue;
    const body = isWhole ? readJsonBody(piece) : undefined;
    if (body ? findShape(body.value) : /["'](?:messages|model)\\?["']\s*:/.test(piece.text))
      found.push({ start, end, ...(body && { body }) });
  }
  const seen = new Set<Bracket>();
  let wasted = 0;
  for (const holder of holders) {
    if (found.length >= MAX_BODIES || wasted > code.text.length * 4 + 100_000) break;
    for (const bracket of listAround(holder)) {
      if (seen.has(bracket)) continue;
      seen.add(bracket);
      const body = readBracket(bracket, code);
      if (body) found.push(body);
      else wasted += bracket.end - bracket.start;
    }
  }
  return dropInner(found);
}

/** Lists a bracket and those around it, of which a batch has several. */
function listAround(bracket: Bracket): Bracket[] {
  const around: Bracket[] = [];
  let next: Bracket | undefined = bracket;
  while (next && around.length < MAX_CLIMB) {
    around.push(next);
    next = next.parent;
  }
  return around;
}

function readBracket(bracket: Bracket, { text, dialect, evaluator }: Code): FoundBody | undefined {
  const before = text.slice(Math.max(0, bracket.start - 100), bracket.start);
  const call = text[bracket.start] === '(' ? MAP_CALL.exec(before) : TYPE_BEFORE.exec(before);
  if (text[bracket.start] === '(' && !call) return undefined;
  const start = bracket.start - (call?.[0].length ?? 0);
  // The name of the call may have a receiver before it, which changes nothing.
  const reader = openReader(text, dialect === 'code' ? bracket.start : start, dialect);
  const node = reader.readValue();
  const body = evaluator.toBody(node);
  if (!isObject(body.value) || !findShape(body.value)) return undefined;
  return { start: bracket.start, end: Math.min(bracket.end, node.end), body };
}

/** Drops the bodies inside of others, such as the messages of a batch. */
function dropInner(found: readonly FoundBody[]): FoundBody[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundBody[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
  }
  return kept;
}

/** Finds the variable that a value is assigned to. */
export function findAssigned(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 160), start);
  return /([$@]{0,2}[A-Za-z_]\w{0,60})(?:,\s?\w{1,20})?(?:\s?:[^=\n]{0,60})?\s{0,8}:?=\s{0,8}(?:&|new\b)?[\w.:!<>()[\], ]{0,80}(?:\{\})?\s{0,80}$/.exec(
    before,
  )?.[1];
}
