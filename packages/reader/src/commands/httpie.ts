/** Reads HTTPie commands, which `xh` and `https` share. */

import { isClaudeAddress } from '../address.ts';
import type { Draft, Found } from '../draft.ts';
import type { DraftHeader } from '../draft-header.ts';
import { escapeKey } from '../draft-header.ts';
import type { Body, Unknown } from '../json/body.ts';
import { readBodyText } from '../json/body-text.ts';
import { parseJson } from '../json/json.ts';
import { makeJsonProblem } from '../none.ts';
import { cutPiece, locate, type Piece, type Range, rangeOf, type Source } from '../text.ts';
import type { NoneReading } from '../types.ts';
import { type Command, splitCommand, type Word } from './shell.ts';

const COMMAND =
  /(?:^|[\n`;&|])[ \t]{0,20}(?:[^\n`;&|]{0,60}[$%>#❯➜] )?(?=(?:https?|xhs?)[ \t]+(?:-|(?:[A-Z]{3,7}|get|post|put|patch|delete|head)[ \t]|https?:|:|[\w.-]+\.\w))/g;
/** A method, also in small letters. */
const METHOD = /^(?:[A-Z]{3,7}|get|post|put|patch|delete|head)$/;
const WITH_VALUE =
  /^(?:-a|-A|-o|-p|-s|--auth|--auth-type|--session|--session-read-only|--output|--print|--style|--timeout|--verify|--proxy|--cert|--cert-key|--pretty|--max-redirects|--default-scheme|--format-options)$/;
const ITEM = /^([\w.[\]$-]{1,200}?)(:=@|=@|:=|==|:|=|@)/;
const MAX_COMMANDS = 50;

/** Finds all commands in a text. */
export function findHttpie(source: Source): Found {
  const drafts: Draft[] = [];
  let problem: NoneReading | undefined;
  let end = 0;
  let tries = 0;
  for (const match of source.text.matchAll(COMMAND)) {
    const start = match.index + match[0].length;
    if (start < end || tries++ >= MAX_COMMANDS) continue;
    const command = splitCommand(source, start);
    if (command.unclosed !== undefined) continue;
    const result = readCommand(source, command);
    if (result && 'kind' in result) problem ??= result;
    else if (result) {
      drafts.push(result);
      end = command.end;
    }
  }
  return { drafts, problem };
}

interface State {
  readonly headers: DraftHeader[];
  readonly unknown: Unknown[];
  readonly ranges: Map<string, Range>;
  readonly body: Record<string, unknown>;
  raw?: Piece | undefined;
}

function readCommand(source: Source, command: Command): Draft | NoneReading | undefined {
  const words = command.words.slice(1);
  const positional: Word[] = [];
  const state: State = {
    headers: [],
    unknown: [],
    ranges: new Map(),
    body: {},
    raw: command.stdin,
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const { text } = word.piece;
    if (WITH_VALUE.test(text)) i += 1;
    else if (text === '--raw') state.raw = words[++i]?.piece;
    else if (text.startsWith('--raw=')) state.raw = cutPiece(word.piece, 6);
    else if (!text.startsWith('-')) positional.push(word);
  }
  const [first, second] = positional;
  const isMethod = first !== undefined && METHOD.test(first.piece.text);
  const url = (isMethod ? second : first)?.piece;
  if (!url || !isClaudeAddress(url.text)) return undefined;
  for (const word of positional.slice(isMethod ? 2 : 1)) {
    const result = readItem(source, state, word);
    if (result) return result;
  }
  const body = state.raw ? readBodyText(source, state.raw, state.unknown) : makeBody(state);
  if (body && 'kind' in body) return body;
  return {
    format: 'httpie',
    range: { start: command.start, end: command.end },
    method: isMethod ? first.piece.text : body || state.unknown.length > 0 ? 'POST' : 'GET',
    url,
    headers: state.headers,
    ...(body && { body }),
    unknown: state.unknown,
  };
}

function makeBody({ body, ranges }: State): Body | undefined {
  const [first] = ranges.values();
  if (!first) return undefined;
  const find = (pointer: string): Range | undefined => {
    for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const range = ranges.get(path);
      if (range) return range;
    }
    return undefined;
  };
  return { value: body, range: { start: first.start, end: first.end }, unknown: [], find };
}

function readItem(source: Source, state: State, word: Word): NoneReading | undefined {
  const { piece } = word;
  const [all, name = '', kind = ''] = ITEM.exec(piece.text) ?? [];
  if (all === undefined) return undefined;
  const value = cutPiece(piece, all.length);
  const range = rangeOf(piece);
  if (kind === ':') {
    state.headers.push({ name, value: value.text, piece: value });
    return undefined;
  }
  if (kind === '==') return undefined;
  const keys = name.split(/[[\]]+/).filter((key) => key !== '');
  const pointer = keys.map((key) => `/${escapeKey(key)}`).join('');
  if (kind.includes('@')) {
    state.unknown.push({ part: kind === '@' ? 'body' : pointer, why: 'file', range });
    return undefined;
  }
  if (word.hasVariable && kind === ':=') {
    state.unknown.push({ part: pointer, why: 'variable', range });
    return undefined;
  }
  const json = kind === ':=' ? parseJson(value.text) : { value: value.text };
  if (json.problem !== undefined)
    return makeJsonProblem(source, json.problem, locate(value, json.at));
  setPath(state.body, keys, json.value);
  state.ranges.set(pointer, range);
  return undefined;
}

/** Sets the value at a path, `messages[0][role]`. */
function setPath(body: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  let holder: Record<string, unknown> = body;
  for (const [i, key] of keys.entries()) {
    // Members that every object inherits are no fields.
    if (key === '__proto__' || key === 'constructor') return;
    if (i === keys.length - 1) holder[key] = value;
    else {
      const isList = /^\d{1,4}$/.test(keys[i + 1] ?? '');
      holder[key] ??= isList ? [] : {};
      const next = holder[key];
      if (typeof next !== 'object' || next === null) return;
      holder = next as Record<string, unknown>;
    }
  }
}
