/**
 * Edits JSON as text. Keeps everything that JSON.parse and JSON.stringify would change: integers
 * above 2^53, -0, 1e400, white space and the order of the keys.
 */
import { type EditNode, type JsonEdit, setsSomething, toEditTree } from './edit.ts';

/**
 * Applies edits to JSON text, in linear time.
 * @param text - must be valid JSON
 */
export function editJson(text: string, edits: readonly JsonEdit[]): string {
  if (edits.length === 0) return text;
  const start = skipSpace(text, 0);
  const end = skipValue(text, start);
  return text.slice(0, start) + rewrite(text, start, end, toEditTree(edits)) + text.slice(end);
}

/** A key with its value, or an element of a list. */
interface Member {
  readonly key: string;
  readonly start: number;
  /**
   * The start of the value, after the colon and white space; for an element, the same as `start`.
   */
  readonly valueStart: number;
  readonly end: number;
}

/** Applies edits to the value between `start` and `end`. */
function rewrite(text: string, start: number, end: number, node: EditNode): string {
  if (node.set) return stringify(node.set.value);
  const open = text[start];
  if (node.children.size === 0 || (open !== '{' && open !== '[')) return text.slice(start, end);
  const members = readMembers(text, start, open === '{');
  const parts: string[] = [];
  for (const [i, { key, start: from, valueStart, end: to }] of members.entries()) {
    const child = node.children.get(key);
    if (child?.remove) continue;
    const isFirst = parts.length === 0;
    const space = isFirst
      ? readLeadingSpace(text, start, members)
      : text.slice(members[i - 1]?.end, from);
    const value = child ? rewrite(text, valueStart, to, child) : text.slice(valueStart, to);
    parts.push(space + text.slice(from, valueStart) + value);
  }
  if (open === '{')
    parts.push(...writeAddedMembers(text, start, members, node, parts.length === 0));
  const tail = parts.length === 0 ? '' : text.slice(members.at(-1)?.end ?? end - 1, end - 1);
  return open + parts.join('') + tail + text[end - 1];
}

/** Reads the white space before the first member. */
const readLeadingSpace = (text: string, start: number, members: readonly Member[]): string =>
  text.slice(start + 1, members[0]?.start ?? start + 1);

/** Writes the keys that edits add to an object, in the style of its other members. */
function writeAddedMembers(
  text: string,
  start: number,
  members: readonly Member[],
  node: EditNode,
  isFirst: boolean,
): string[] {
  const names = new Set(members.map(({ key }) => key));
  const [first] = members;
  const colon = first ? text.slice(skipValue(text, first.start), first.valueStart) : ':';
  return [...node.children]
    .filter(([key, child]) => !child.remove && !names.has(key) && setsSomething(child))
    .map(([key, child], i) => {
      const comma = isFirst && i === 0 ? '' : ',';
      return (
        comma +
        readLeadingSpace(text, start, members) +
        stringify(key) +
        colon +
        stringify(buildValue(child))
      );
    });
}

/** Builds the value that edits set at a place that does not exist. */
function buildValue(node: EditNode): unknown {
  if (node.set) return node.set.value;
  const entries = [...node.children].filter(([, child]) => !child.remove && setsSomething(child));
  return Object.fromEntries(entries.map(([key, child]) => [key, buildValue(child)]));
}

/** Writes a value as JSON, or `null` if JSON cannot represent it. */
const stringify = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** Reads the members of the object or list that begins at `start`. */
function readMembers(text: string, start: number, isObject: boolean): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && !/[\]}]/.test(text[at] as string)) {
    const from = at;
    let key = String(members.length);
    if (isObject) {
      const end = skipValue(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = skipValue(text, at);
    members.push({ key, start: from, valueStart: at, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

/** Finds the next match; returns the length of the text if there is none. */
function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

const skipSpace = (text: string, from: number): number => find(/[^ \n\r\t]/g, text, from);

/** Finds the end of the value that begins at `start`. */
function skipValue(text: string, start: number): number {
  if (text[start] === '"') return skipText(text, start);
  if (!/[{[]/.test(text[start] ?? '')) return find(/[\s,\]}]/g, text, start);
  let depth = 0;
  for (let at = start; at < text.length; at = find(/["{}[\]]/g, text, at)) {
    const mark = text[at] as string;
    if (mark === '"') at = skipText(text, at);
    else {
      depth += mark === '{' || mark === '[' ? 1 : -1;
      at++;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

function skipText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (; end > 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}
