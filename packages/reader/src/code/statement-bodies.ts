/** Finds the bodies of requests among the maps and texts of code. */

import { escapeKey } from '../draft-header.ts';
import { type Body, readJsonBody, type Unknown } from '../json/body.ts';
import { findShape } from '../json/shape.ts';
import { openReader } from '../literals/typed-literal.ts';
import { isObject, type Piece } from '../text.ts';
import type { Bracket, CodeScan, Literal } from './code-scan.ts';
import type { Dialect } from './dialect.ts';
import type { Evaluator } from './evaluate.ts';

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
/** The length of a body up to which its parts are joined, for linear time. */
const LONGEST = 20_000;
/** Objects that are made by a chain of calls. */
const MAKER = /\bnew (?:org\.json\.)?JSONObject\(\)(?=\s{0,80}\.put\()/g;
/** The brackets around a message of a batch: its request, the list, and the body. */
const MAX_CLIMB = 4;
/** The calls that make a map of their arguments. */
const MAP_CALL = /(?:Map\.of|ImmutableMap\.of|Map\.ofEntries|[mM]apOf|\barray|\bdict|\bhash)\s?$/;
const TYPE_BEFORE =
  /(?:new ?(?:\(\)|[\w.<>, ?[\]]{1,80}(?:\(\))?)|map\[\w{1,40}\](?:interface ?\{\}|any)|[A-Z]\w{0,60})\s{0,80}$/;

/** Finds all bodies of a text. */
export function findBodies({ literals, holders }: CodeScan, code: Code): FoundBody[] {
  const found: FoundBody[] = [];
  // A text of many parts or chains would take quadratic time.
  let end = 0;
  let tries = 0;
  for (const literal of literals) {
    if (literal.start < end || tries >= MAX_BODIES) continue;
    if (!/^\s*\{\s*\\?["']/.test(literal.piece.text)) continue;
    const { whole, readTo } = readWhole(literal, code);
    tries += 1;
    end = readTo;
    const body = readJson(whole.piece);
    if (body ? hasShape(body) : /["'](?:messages|model)\\?["']\s*:/.test(whole.piece.text))
      found.push({ start: whole.start, end: whole.end, ...(body && { body }) });
  }
  end = 0;
  for (const { index } of code.text.matchAll(MAKER)) {
    if (index < end || found.length >= MAX_BODIES) continue;
    const node = openReader(code.text.slice(0, index + LONGEST), index, code.dialect).readValue();
    end = node.end;
    const body = code.evaluator.toBody(node);
    if (isObject(body.value) && hasShape(body)) found.push({ start: index, end, body });
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

/** Reads the literals that are joined to one, and says how far it read. */
function readWhole(
  literal: Literal,
  { text, dialect }: Code,
): { readonly whole: Literal; readonly readTo: number } {
  const { start, end } = literal;
  if (!/^\s{0,80}[+.]/.test(text.slice(end, end + 82))) return { whole: literal, readTo: end };
  const node = openReader(text.slice(0, start + LONGEST), start, dialect).readValue();
  const whole = node.kind === 'text' ? { ...node, start } : literal;
  return { whole, readTo: Math.max(end, node.end) };
}

/** Reads JSON, in which a text with a variable is unknown. */
function readJson(piece: Piece): Body | undefined {
  const body = readJsonBody(piece);
  if (!body || !/\$\{|%[a-z]/.test(piece.text)) return body;
  const unknown: Unknown[] = [];
  const value = dropHoles(body.value, '', unknown, body);
  return { ...body, value, unknown };
}

function dropHoles(value: unknown, pointer: string, unknown: Unknown[], body: Body): unknown {
  if (typeof value === 'string' && /\$\{[^}]*\}|%[sdvq]/.test(value)) {
    unknown.push({ part: pointer || 'body', why: 'variable', range: body.find(pointer, true) });
    return undefined;
  }
  if (Array.isArray(value))
    return value.map((item, i) => dropHoles(item, `${pointer}/${i}`, unknown, body) ?? null);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    dropHoles(item, `${pointer}/${escapeKey(key)}`, unknown, body),
  ]);
  return Object.fromEntries(members.filter(([, item]) => item !== undefined));
}

/** Tests if a value is a body. A field counts although a variable has its value. */
function hasShape({ value, unknown }: Body): boolean {
  if (findShape(value)) return true;
  const has = (part: string): boolean => unknown.some((one) => one.part === part);
  const isOpen = has('/messages') || has('/model');
  return (
    isOpen &&
    isObject(value) &&
    findShape({
      ...value,
      ...(has('/messages') && { messages: [] }),
      ...(has('/model') && { model: 'claude' }),
    }) !== undefined
  );
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
  if (!isObject(body.value) || !hasShape(body)) return undefined;
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
