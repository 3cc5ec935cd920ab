/** Reads Invoke-WebRequest and Invoke-RestMethod of PowerShell. */

import { isClaudeAddress } from '../address.ts';
import type { Draft, Found } from '../draft.ts';
import type { Body, Unknown } from '../json/body.ts';
import { readBodyText } from '../json/body-text.ts';
import { LiteralReader } from '../literals/literal.ts';
import type { Node } from '../literals/literal-node.ts';
import { matchAt, type Piece, type Source } from '../text.ts';
import type { NoneReading } from '../types.ts';
import { Evaluator, readHeaderNode } from './evaluate.ts';

const COMMAND = /(?<![\w$-])(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b(?=[ \t`])/gi;
const PARAMETER = /-([A-Za-z]{1,40})(?=[\s:`])/y;
const WORD = /[^\s`;|)]+/y;
const MAX_COMMANDS = 50;
/** A type before a table or a list. */
const TYPE = /\[(?:ordered|hashtable|pscustomobject|array|object\[\])\]\s{0,20}(?=@[{(])/iy;

/** Reads the literals of PowerShell, whose types change nothing. */
class PowerShellReader extends LiteralReader {
  constructor(text: string, at: number) {
    super(text, at, 'powershell');
  }

  protected override readPrimary(): Node {
    this.skip(TYPE);
    return super.readPrimary();
  }
}

const openReader = (text: string, at: number): LiteralReader => new PowerShellReader(text, at);

/** Finds all commands in a text. */
export function findPowerShell(source: Source): Found {
  const drafts: Draft[] = [];
  let problem: NoneReading | undefined;
  let end = 0;
  let evaluator: Evaluator | undefined;
  let tries = 0;
  for (const { 0: name, index } of source.text.matchAll(COMMAND)) {
    if (index < end || tries++ >= MAX_COMMANDS) continue;
    evaluator ??= new Evaluator(source.text, 'powershell', openReader);
    const reader = new PowerShellReader(source.text, index + name.length);
    const params = readParameters(reader, evaluator);
    end = reader.at;
    const result = toDraft(source, params, evaluator, { start: index, end: reader.at });
    if (result && 'kind' in result) problem ??= result;
    else if (result) drafts.push(result);
  }
  return { drafts, problem };
}

type Parameters = Map<string, Node>;

/** Reads `-Name value` up to the end of the command. */
function readParameters(reader: LiteralReader, evaluator: Evaluator): Parameters {
  const params: Parameters = new Map();
  const { text } = reader;
  for (let count = 0; count < 100; count++) {
    skipBlank(reader);
    const parameter = matchAt(PARAMETER, text, reader.at);
    const char = text[reader.at];
    if (parameter) {
      reader.at += parameter[0].length + (text[reader.at + parameter[0].length] === ':' ? 1 : 0);
      skipBlank(reader);
      const value = readArgument(reader);
      if (value) params.set((parameter[1] as string).toLowerCase(), value);
    } else if (char === '@' && /\w/.test(text[reader.at + 1] ?? '')) {
      // Splatting: a table of parameters.
      const table = evaluator.resolve(reader.readValue());
      for (const { key = '', value } of evaluator.listEntries(table).entries)
        params.set(key.toLowerCase(), value);
    } else {
      const value = char !== undefined && !/[\n;|)}]/.test(char) ? readArgument(reader) : undefined;
      if (!value) return params;
      if (!params.has('uri')) params.set('uri', value);
    }
  }
  return params;
}

/** Skips spaces and line breaks after a backtick. */
function skipBlank(reader: LiteralReader): void {
  reader.at += matchAt(/(?:[ \t]|`[ \t]*\r?\n)*/y, reader.text, reader.at)?.[0].length ?? 0;
}

function readArgument(reader: LiteralReader): Node | undefined {
  const { text, at: start } = reader;
  const char = text[start] ?? '';
  if (char === '-' || char === '\r' || char === '\n' || char === '') return undefined;
  if (/["'@$([]/.test(char)) return reader.readValue();
  const word = matchAt(WORD, text, start)?.[0];
  if (!word) return undefined;
  reader.at += word.length;
  const piece: Piece = { text: word, runs: [{ at: 0, from: start }] };
  return { kind: 'text', start, end: reader.at, piece, isWhole: true };
}

function toDraft(
  source: Source,
  params: Parameters,
  evaluator: Evaluator,
  range: { start: number; end: number },
): Draft | NoneReading | undefined {
  const unknown: Unknown[] = [];
  const uri = params.get('uri');
  const address = uri && evaluator.resolve(uri);
  const url = address?.kind === 'text' ? address.piece : undefined;
  const headers = readHeaderNode(params.get('headers'), evaluator, unknown);
  const isMarked = headers.some(({ name }) => /^anthropic-/i.test(name));
  if (!isMarked && !(url && isClaudeAddress(url.text))) return undefined;
  if (uri && !url) unknown.push({ part: 'url', why: 'variable', range: uri });
  const method = params.get('method');
  const given = method && evaluator.resolve(method);
  const body = readBody(source, params.get('body'), evaluator, unknown);
  if (body && 'kind' in body) return body;
  if (params.has('infile') || params.has('form'))
    unknown.push({ part: 'body', why: params.has('form') ? 'form' : 'file' });
  return {
    format: 'powershell',
    range,
    method: given?.kind === 'text' ? given.piece.text : params.has('body') ? 'POST' : 'GET',
    ...(url && { url }),
    headers,
    ...(body && { body }),
    unknown,
  };
}

function readBody(
  source: Source,
  node: Node | undefined,
  evaluator: Evaluator,
  unknown: Unknown[],
): Body | NoneReading | undefined {
  if (!node) return undefined;
  const resolved = evaluator.resolve(node);
  if (resolved.kind === 'text') return readBodyText(source, resolved.piece, unknown);
  const body = evaluator.toBody(resolved);
  if (body.value !== undefined) return body;
  unknown.push({ part: 'body', why: 'variable', range: node });
  return undefined;
}
