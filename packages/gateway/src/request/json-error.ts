/** Describes why a text is not JSON, without quoting it. */

/** Describes the first error in a text that `JSON.parse` rejects. */
export function describeJsonError(text: string): string {
  if (text.trim() === '') return 'the body is empty; send a JSON object';
  const at = findJsonError(text);
  if (at >= text.length)
    return `the body is not JSON: it ends at byte ${countBytes(text)} before it is complete`;
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const place = `line ${line}, column ${column} (byte ${countBytes(before)})`;
  return `the body is not JSON: error in ${place}`;
}

const countBytes = (text: string): number => new TextEncoder().encode(text).byteLength;

/** A token of JSON, after white space. An open string matches nothing. */
const TOKEN = new RegExp(
  [
    '[ \\t\\n\\r]*(?:([[\\]{},:])',
    '("[^"\\\\\\u0000-\\u001f]*(?:\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4})[^"\\\\\\u0000-\\u001f]*)*")',
    '(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)(?![\\w.]))',
  ].join('|'),
  'y',
);
const SPACE = /[ \t\n\r]*/y;

/** The tokens that are allowed next. */
type State = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'done';

/** Finds the index of the first error in a text that is not JSON. Takes linear time. */
function findJsonError(text: string): number {
  const open: string[] = [];
  let state: State = 'value';
  for (let at = 0; ; ) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    const start = SPACE.lastIndex;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    const next: State | null | undefined = found && step(state, found, open);
    if (!next) return start;
    state = next;
    at = TOKEN.lastIndex;
  }
}

/** Returns the state after a token; `undefined` if the token is not allowed there. */
function step(state: State, [, mark, string]: RegExpExecArray, open: string[]): State | undefined {
  const isValuePlace = state === 'value' || state === 'value-or-end';
  if (mark === '{' || mark === '[') {
    if (!isValuePlace) return undefined;
    open.push(mark);
    return mark === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (mark === '}' || mark === ']') {
    const isEnd =
      state === 'comma-or-end' || state === (mark === '}' ? 'key-or-end' : 'value-or-end');
    if (!isEnd || open.pop() !== (mark === '}' ? '{' : '[')) return undefined;
    return open.length > 0 ? 'comma-or-end' : 'done';
  }
  if (mark === ':') return state === 'colon' ? 'value' : undefined;
  if (mark === ',') {
    if (state !== 'comma-or-end') return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (state === 'key' || state === 'key-or-end') return string === undefined ? undefined : 'colon';
  if (!isValuePlace) return undefined;
  return open.length > 0 ? 'comma-or-end' : 'done';
}
