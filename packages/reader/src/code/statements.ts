/**
 * Reads requests that code assembles in statements, as HTTP clients of Go, C#, Java, Kotlin, Ruby,
 * PHP, Rust and Swift want it, and calls of the SDKs for these languages. What is not a literal is
 * reported as unknown.
 */
import { isClaudeAddress } from '../address.ts';
import { isBeta } from '../betas/beta-list.ts';
import type { Draft } from '../draft.ts';
import type { Unknown } from '../json/body.ts';
import { findShape } from '../json/shape.ts';
import { openReader } from '../literals/typed-literal.ts';
import type { Piece, Range, Source } from '../text.ts';
import { type CodeScan, type Literal, scanCode } from './code-scan.ts';
import type { Dialect } from './dialect.ts';
import { Evaluator } from './evaluate.ts';
import { type FoundBody, findAssigned, findBodies } from './statement-bodies.ts';
import { findHeaders } from './statement-headers.ts';
import type { findTypedCalls, TypedCall } from './typed-calls.ts';

/** The part that shows a request: its address, or a call of an SDK. */
type Anchor = Range &
  (
    | { readonly kind: 'url'; readonly piece: Piece }
    | { readonly kind: 'call'; readonly call: TypedCall }
  );

interface Scope extends Range {
  readonly anchor: Anchor | undefined;
}
interface Code {
  readonly text: string;
  readonly dialect: Dialect;
  readonly evaluator: Evaluator;
  readonly scan: CodeScan;
  readonly bodies: readonly FoundBody[];
}

const MAX_REQUESTS = 200;
const API_PATH =
  /\/v1\/(?:messages|complete|files|models|skills|agents|sessions|environments|vaults|organizations)\b|\/model\/[^\s]{1,200}\/(?:invoke|converse)|:(?:streamR|r)awPredict\b|^https?:\/\/[^/\s]{1,200}\/(?:anthropic\/)?v1\/messages\b/;
/** The text before the address in code, and not before one in a sentence. */
const IN_CODE = /(?:[=(,:>[{+.]|\breturn|=>|<<)\s{0,80}$/;
const FUNCTION =
  /^[ \t]{0,40}(?:(?:public|private|protected|internal|static|async|override|suspend|export|pub|final|open)\s+){0,5}(?:func|def|function|fn|fun|void|Task(?:<[^\n>]{1,60}>)?|String|it|test)\b[^\n;]{0,200}$/gm;

/** Finds all requests in a text of a typed language, or one without a call that was read. */
export function findStatements(
  { text }: Source,
  dialect: Dialect,
  findCalls: typeof findTypedCalls,
): Draft[] {
  const evaluator = new Evaluator(text, dialect, openReader);
  const calls = findCalls(text, dialect, evaluator);
  const scan = scanCode(text, dialect);
  const bodies = findBodies(scan, { text, dialect, evaluator }).filter(
    ({ start }) => !calls.some(({ range }) => range.start <= start && start < range.end),
  );
  const code: Code = { text, dialect, evaluator, scan, bodies };
  return listScopes(text, listAnchors(code, calls))
    .slice(0, MAX_REQUESTS)
    .flatMap((scope) => readScope(scope, code) ?? []);
}

function listAnchors({ text, scan }: Code, calls: readonly TypedCall[]): Anchor[] {
  const urls = scan.literals.filter((literal) => isAddress(literal, text));
  const withPath = urls.filter(({ piece }) => API_PATH.test(piece.text));
  // The address of a host counts if nothing has a path.
  const chosen = withPath.length > 0 ? withPath : calls.length > 0 ? [] : urls.slice(0, 1);
  const anchors: Anchor[] = [
    ...chosen.map(({ start, end, piece }): Anchor => ({ kind: 'url', start, end, piece })),
    ...calls.map((call): Anchor => ({ kind: 'call', ...call.range, call })),
  ];
  return anchors.sort((a, b) => a.start - b.start);
}

function isAddress({ piece: { text }, start }: Literal, code: string): boolean {
  if (text.length > 2000 || /\s/.test(text.trim())) return false;
  const isPath = /^\/?v1\/|^\/model\//.test(text);
  if (!isPath && !/^(?:https?:\/\/|\$\{|%s|\{\w{0,60}\})/.test(text)) return false;
  if (/^https?:\/\/(?:docs|www|console|github|platform)\./.test(text)) return false;
  const isHost = /^https?:\/\/api\.anthropic\.com(?:\/v1)?\/?$/.test(text);
  if (!isHost && !(API_PATH.test(text.replace(/^v1/, '/v1')) && isClaudeAddress(text)))
    return false;
  return IN_CODE.test(code.slice(Math.max(0, start - 100), start));
}

/** Splits the text between its requests, where a function begins or a line is empty. */
function listScopes(text: string, anchors: readonly Anchor[]): Scope[] {
  if (anchors.length === 0) return [{ anchor: undefined, start: 0, end: text.length }];
  const cuts = anchors.slice(1).map((next, i) => {
    const from = (anchors[i] as Anchor).end;
    const between = text.slice(from, Math.max(from, next.start));
    const start = [...between.matchAll(FUNCTION)].at(-1)?.index ?? between.lastIndexOf('\n\n');
    return start < 0 ? next.start : from + start;
  });
  return anchors.map((anchor, i) => ({
    anchor,
    start: i === 0 ? 0 : (cuts[i - 1] as number),
    end: cuts[i] ?? text.length,
  }));
}

function readScope(scope: Scope, code: Code): Draft | undefined {
  const { anchor } = scope;
  const { literals } = code.scan;
  const isIn = ({ start }: Range): boolean => scope.start <= start && start < scope.end;
  const own = literals.filter(isIn);
  const found = findHeaders(own, code);
  const bodies = anchor?.kind === 'call' ? [] : code.bodies.filter(isIn);
  const isMarked = found.headers.length > 0 || found.unknown.length > 0;
  if (!anchor && (bodies.length === 0 || !(isMarked || isSure(bodies)))) return undefined;
  const unknown: Unknown[] = [...found.unknown];
  const hidden = findHiddenBeta(own, listKnown(found.headers, anchor), bodies, anchor);
  if (hidden && found.unknown.length === 0)
    unknown.push({ part: 'header:anthropic-beta', why: 'variable', range: hidden });
  const ranges = [...(anchor ? [anchor] : []), ...found.places, ...bodies];
  const range = {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
  if (anchor?.kind === 'call') {
    const { body, unknown: more, ...call } = anchor.call;
    return {
      ...call,
      format: 'code',
      range,
      headers: [...found.headers],
      ...(body && { body }),
      unknown: [...unknown, ...more],
    };
  }
  const body = chooseBody(bodies, code, unknown);
  const url = anchor && toUrl(anchor.piece, own, unknown);
  // A client of Bedrock or Vertex has an address of its own.
  if (!url && !hasPlatform(body)) unknown.push({ part: 'url', why: 'variable' });
  const method = findMethod(code.text.slice(scope.start, scope.end), url?.text, bodies.length > 0);
  if (method === 'POST' && bodies.length === 0) unknown.push({ part: 'body', why: 'variable' });
  return {
    format: 'code',
    range,
    method,
    ...(url && { url }),
    headers: found.headers,
    ...(body && { body }),
    unknown,
  };
}

/** Without an address or a header, a body counts if it names a platform or a model of Claude. */
const isSure = (bodies: readonly FoundBody[]): boolean =>
  bodies.some(({ body }) => {
    const {
      model,
      modelId,
      anthropic_version: version,
    } = Object(body?.value) as Record<string, unknown>;
    return version !== undefined || /claude/i.test(String(model ?? modelId ?? ''));
  });

const hasPlatform = (body: FoundBody['body']): boolean =>
  findShape(body?.value)?.platform !== undefined;

/** Lists the betas that were read, in one text. */
function listKnown(
  headers: readonly { readonly value: string }[],
  anchor: Anchor | undefined,
): string {
  const body = anchor?.kind === 'call' ? anchor.call.body?.value : undefined;
  const { betas, anthropic_beta: flags } = Object(body) as Record<string, unknown>;
  return [...headers.map(({ value }) => value), betas, flags].flat().join(',');
}

/** Finds a beta that is in no header and no body that was read, as the code may send it as well. */
function findHiddenBeta(
  literals: readonly Literal[],
  known: string,
  bodies: readonly FoundBody[],
  anchor: Anchor | undefined,
): Literal | undefined {
  const isRead = ({ start }: Literal): boolean =>
    [...bodies, ...(anchor?.kind === 'call' ? [anchor] : [])].some(
      (one) => one.start <= start && start < one.end,
    );
  return literals.find(
    (literal) =>
      literal.piece.text.length < 4000 &&
      literal.piece.text.split(/[\s,]+/).some((word) => isBeta(word) && !known.includes(word)) &&
      !isRead(literal),
  );
}

/** Chooses the only body; reports it as unknown if there are several, or if it is changed. */
function chooseBody(
  bodies: readonly FoundBody[],
  { text, evaluator }: Code,
  unknown: Unknown[],
): FoundBody['body'] {
  const [first, second] = bodies;
  if (!first) return undefined;
  const { start, end } = first;
  const name = findAssigned(text, start);
  const isChanged = name !== undefined && evaluator.isChanged(name);
  if (second || !first.body || isChanged)
    unknown.push({ part: 'body', why: 'variable', range: { start, end } });
  return second ? undefined : first.body;
}

/** Joins a path with the address of the host, if the text has one. */
function toUrl(piece: Piece, literals: readonly Literal[], unknown: Unknown[]): Piece {
  const text = piece.text.replace(/^(?:%s|\{\w{0,60}\})/, '').replace(/%[sdv]/g, '{value}');
  if (/^https?:/.test(text) || /^\$\{/.test(text)) {
    const isHost = /^https?:\/\/[^/]+(?:\/v1)?\/?$/.test(text);
    if (isHost) unknown.push({ part: 'url', why: 'variable' });
    return {
      text: isHost ? `${text.replace(/(?:\/v1)?\/?$/, '')}/v1/messages` : text,
      runs: piece.runs,
    };
  }
  const base = literals.find(({ piece: one }) =>
    /^https?:\/\/[\w.:-]+(?:\/[\w/-]*)?$/.test(one.text),
  );
  const path = `/${text.replace(/^\//, '')}`;
  if (!base) return { text: path, runs: piece.runs };
  const host = base.piece.text.replace(/\/+$/, '');
  return {
    text: host.endsWith('/v1') ? host.slice(0, -'/v1'.length) + path : host + path,
    runs: piece.runs,
  };
}

const POST =
  /\bPOST\b|[.>]post\(|\bPost\(|Post(?:AsJson)?Async|Net::HTTP::Post|MethodPost|Method\.Post|CURLOPT_POST|toRequestBody|RequestBody\b|\.upload\(/;
const GET =
  /\bGET\b|[.>]get\(|\bGet\(|GetAsync|GetFromJson|Net::HTTP::Get|MethodGet|Method\.Get|\.GET\(/;
const DELETE =
  /\bDELETE\b|[.>]delete\(|\bDelete\(|DeleteAsync|Net::HTTP::Delete|MethodDelete|Method\.Delete/;

function findMethod(code: string, url: string | undefined, hasBody: boolean): string {
  if (hasBody || POST.test(code)) return 'POST';
  if (DELETE.test(code)) return 'DELETE';
  const isMessage = /\/messages(?:\/count_tokens|\/batches)?$|\/invoke|\/converse|Predict/.test(
    url ?? '',
  );
  return GET.test(code) || !isMessage ? 'GET' : 'POST';
}
