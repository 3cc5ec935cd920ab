/** Reads raw HTTP requests, `.http` files and what `curl -v` prints. */

import { isClaudeAddress } from './address.ts';
import type { Draft, Found } from './draft.ts';
import type { DraftHeader } from './draft-header.ts';
import type { Unknown } from './json/body.ts';
import { cutAfterJson, readBodyText } from './json/body-text.ts';
import { cutPiece, type Piece, type Range, type Source, trimPiece } from './text.ts';
import type { NoneReading } from './types.ts';

const REQUEST_LINE =
  /^([>\s]{0,8})(GET|POST|PUT|PATCH|DELETE|HEAD) +((?:https?:\/\/|\/|\{\{)[^\s"]{1,8000})( HTTP\/[\d.]+)?[ \t\r]*$/gm;
const HEADER = /^[>\s]{0,4}(:?[A-Za-z][\w-]{0,100}): ?(.*?)\s*$/;
const PSEUDO = /^[>\s]{0,4}:(?:method|path|authority|scheme): /m;
const MAX_REQUESTS = 200;

/** Finds all requests in a text. */
export function findHttp(source: Source): Found {
  const drafts: Draft[] = [];
  let problem: NoneReading | undefined;
  const starts = [...source.text.matchAll(REQUEST_LINE)].slice(0, MAX_REQUESTS);
  const variables = readVariables(source.text);
  for (const [i, match] of starts.entries()) {
    const limit = starts[i + 1]?.index ?? source.text.length;
    const result = readRequest(source, match, limit, variables);
    if (result && 'kind' in result) problem ??= result;
    else if (result) drafts.push(result);
  }
  const pseudo = starts.length === 0 ? readPseudo(source) : undefined;
  if (pseudo) drafts.push(pseudo);
  return { drafts, problem };
}

function readVariables(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(
    /^@([\w-]{1,60})[ \t]{0,20}=[ \t]{0,20}(\S{1,500})/gm,
  ))
    found.set(name, value);
  return found;
}

function readRequest(
  source: Source,
  match: RegExpExecArray,
  limit: number,
  variables: Map<string, string>,
): Draft | NoneReading | undefined {
  const [line, lead = '', method = '', address = '', version] = match;
  const start = match.index + lead.length;
  const {
    headers,
    end: bodyStart,
    isClosed,
  } = readHeaders(source, match.index + line.length, limit);
  const from = match.index + line.indexOf(address, lead.length + method.length);
  const url = resolveUrl({ text: address, runs: [{ at: 0, from }] }, headers, variables);
  const isMarked = version !== undefined || headers.length > 0;
  if (!isMarked && !isClaudeAddress(address)) return undefined;
  if (!isClaudeAddress(url.text) && !headers.some(({ name }) => /^anthropic-/i.test(name)))
    return undefined;
  const unknown: Unknown[] = [];
  const end = isClosed ? bodyStart : findBodyEnd(source.text, bodyStart, limit);
  const piece = trimPiece(source.slice(bodyStart, end));
  const file = /^<@? ?\S/.test(piece.text);
  if (file) unknown.push({ part: 'body', why: 'file', range: { start: bodyStart, end } });
  const body = file || isClosed ? undefined : readBodyText(source, cutAfterJson(piece), unknown);
  if (body && 'kind' in body) return body;
  return {
    format: 'http',
    range: { start, end: Math.max(start, body ? body.range.end : Math.min(end, bodyStart)) },
    method,
    url,
    headers,
    ...(body && { body }),
    unknown,
  };
}

/** Completes a path with the host, and a template with the variables of the file. */
function resolveUrl(
  url: Piece,
  headers: readonly DraftHeader[],
  variables: Map<string, string>,
): Piece {
  const text = url.text.replaceAll(
    /\{\{\s*([\w-]{1,60})\s*\}\}/g,
    (all, name: string) => variables.get(name) ?? all,
  );
  const host = headers.find(({ name }) => /^(?:host|:authority)$/i.test(name))?.value;
  const isPath = text.startsWith('/') && host !== undefined && /^[\w.:-]+$/.test(host);
  return { text: isPath ? `https://${host}${text}` : text, runs: url.runs };
}

interface Headers {
  readonly headers: DraftHeader[];
  /** The offset of the body. */
  readonly end: number;
  /** The headers end without an empty line, so there is no body. */
  readonly isClosed: boolean;
}

function readHeaders(source: Source, start: number, limit: number): Headers {
  const { text } = source;
  const headers: DraftHeader[] = [];
  let at = Math.min(text.length, start + 1);
  while (at < limit) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > limit ? limit : next;
    const line = text.slice(at, Math.min(end, at + 20_000));
    const header = HEADER.exec(line);
    if (!header) {
      // A comment, or the query of a long address.
      if (/^\s*(?:#(?!##)|\/\/|[?&]\w)/.test(line)) {
        at = end + 1;
        continue;
      }
      if (/^[>\s]*[{[]/.test(line)) return { headers, end: at, isClosed: false };
      const isEmpty = /^[>\s]*$/.test(line);
      return { headers, end: isEmpty ? Math.min(end + 1, limit) : at, isClosed: !isEmpty };
    }
    const [, name = '', value = ''] = header;
    const piece = source.slice(at + line.indexOf(value, line.indexOf(':', 1) + 1), end);
    headers.push({ name, value, piece: cutPiece(piece, 0, value.length) });
    at = end + 1;
  }
  return { headers, end: limit, isClosed: false };
}

/** Finds the end of a body: a separator, a script, the end of a code block, or an answer. */
function findBodyEnd(text: string, start: number, limit: number): number {
  const found = /^(?:###|> ?\{%|```|(?:< )?HTTP\/[\d.]+ \d|\* )/m.exec(text.slice(start, limit));
  return found ? start + found.index : limit;
}

/** Reads the pseudo headers that browsers show for HTTP/2. */
function readPseudo(source: Source): Draft | undefined {
  const found = PSEUDO.exec(source.text);
  if (!found) return undefined;
  const { headers, end } = readHeaders(source, found.index - 1, source.text.length);
  const find = (name: string): DraftHeader | undefined =>
    headers.find((header) => header.name.toLowerCase() === name);
  const path = find(':path');
  if (!path?.piece) return undefined;
  const url = resolveUrl(path.piece, headers, new Map());
  if (!isClaudeAddress(url.text)) return undefined;
  const range: Range = { start: found.index, end };
  return {
    format: 'http',
    range,
    method: find(':method')?.value ?? 'POST',
    url,
    headers: headers.filter(({ name }) => !name.startsWith(':')),
    unknown: [{ part: 'body', why: 'missing' }],
  };
}
