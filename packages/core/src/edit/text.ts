/**
 * Edits JSON as text. What JSON.parse and JSON.stringify would lose stays as it was written:
 * integers above 2^53, -0, 1e400, the spacing, the order of the keys.
 */
import { type EditNode, type JsonEdit, setsSomething, toEditTree } from './edit.ts';

/**
 * JSON text with the edits made. Takes linear time.
 * @param text - valid JSON; a text that `JSON.parse` refuses must not get here
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
  /** After the colon and the space behind it; of an element, where it starts. */
  readonly valueStart: number;
  readonly end: number;
}

/** The value between `start` and `end`, with the edits made. */
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
    const space = isFirst ? leading(text, start, members) : text.slice(members[i - 1]?.end, from);
    const value = child ? rewrite(text, valueStart, to, child) : text.slice(valueStart, to);
    parts.push(space + text.slice(from, valueStart) + value);
  }
  if (open === '{') parts.push(...addedMembers(text, start, members, node, parts.length === 0));
  const tail = parts.length === 0 ? '' : text.slice(members.at(-1)?.end ?? end - 1, end - 1);
  return open + parts.join('') + tail + text[end - 1];
}

/** The space before the first member. */
const leading = (text: string, start: number, members: readonly Member[]): string =>
  text.slice(start + 1, members[0]?.start ?? start + 1);

/** The keys that edits put into an object that does not have them, in the style of the others. */
function addedMembers(
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
        leading(text, start, members) +
        stringify(key) +
        colon +
        stringify(valueToPut(child))
      );
    });
}

/** The value that edits put where there is nothing. */
function valueToPut(node: EditNode): unknown {
  if (node.set) return node.set.value;
  const entries = [...node.children].filter(([, child]) => !child.remove && setsSomething(child));
  return Object.fromEntries(entries.map(([key, child]) => [key, valueToPut(child)]));
}

/** What cannot be written as JSON is written as null. */
const stringify = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** The members of the object or the list that starts at `start`. */
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

/** Finds the first match from a place on. */
function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

const skipSpace = (text: string, from: number): number => find(/[^ \n\r\t]/g, text, from);

/** Where the value that starts here ends. */
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
