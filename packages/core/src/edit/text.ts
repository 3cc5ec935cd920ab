/**
 * Edits JSON as text, by splicing. What JSON.parse and JSON.stringify would lose stays as it was written: integers above 2^53,
 * -0, 1e400, the spacing, the order of the keys.
 */
import { type EditNode, type JsonEdit, setsSomething, toEditTree } from './edit.ts';

/**
 * JSON text with the edits made. Takes linear time.
 * @param text - valid JSON; a text that `JSON.parse` refuses must not get here
 */
export function editJson(text: string, edits: readonly JsonEdit[]): string {
  if (edits.length === 0) return text;
  const splices: Splice[] = [];
  editAt(text, skipSpace(text, 0), toEditTree(edits), splices);
  let result = '';
  let done = 0;
  for (const { from, to, put } of splices) {
    result += text.slice(done, from) + put;
    done = to;
  }
  return result + text.slice(done);
}

/** A piece of the text and what takes its place. They come in the order of the text and do not overlap. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

/** A key with its value, or an element of a list. */
interface Member {
  readonly key: string;
  readonly start: number;
  /** After the colon and the space behind it; of an element, where it starts. */
  readonly valueStart: number;
  readonly end: number;
}

/** Makes the edits inside of the value that starts at `start`. */
function editAt(text: string, start: number, node: EditNode, splices: Splice[]): void {
  if (node.set) {
    splices.push({ from: start, to: skipValue(text, start), put: stringify(node.set.value) });
    return;
  }
  const isObject = text[start] === '{';
  if (node.children.size === 0 || (!isObject && text[start] !== '[')) return;
  const members = readMembers(text, start, isObject);
  const added = isObject ? missingMembers(members, node) : [];
  editMembers(text, start, members, node, added, splices);
}

/** The keys that edits put into an object that does not have them. */
function missingMembers(members: readonly Member[], node: EditNode): [string, EditNode][] {
  const names = new Set(members.map((member) => member.key));
  return [...node.children].filter(
    ([key, child]) => !child.remove && !names.has(key) && setsSomething(child),
  );
}

function editMembers(
  text: string,
  start: number,
  members: readonly Member[],
  node: EditNode,
  added: readonly [string, EditNode][],
  splices: Splice[],
): void {
  const first = members[0];
  const last = members.at(-1);
  const keeps = members.some((member) => node.children.get(member.key)?.remove !== true);
  if (!first || !last || !keeps) {
    const end = last ? skipSpace(text, last.end) : skipSpace(text, start + 1);
    const put = added.map(([key, child]) => `${stringify(key)}:${stringify(valueOf(child))}`);
    if (last || put.length > 0) splices.push({ from: start + 1, to: end, put: put.join(',') });
    return;
  }
  let kept = false;
  for (const [i, member] of members.entries()) {
    const child = node.children.get(member.key);
    if (child?.remove) {
      // With the comma before it; at the beginning, with the comma behind it.
      const before = members[i - 1];
      const behind = members[i + 1];
      if (kept && before) splices.push({ from: before.end, to: member.end, put: '' });
      else if (behind) splices.push({ from: member.start, to: behind.start, put: '' });
      continue;
    }
    kept = true;
    if (child) editAt(text, member.valueStart, child, splices);
  }
  const space = text.slice(start + 1, first.start);
  const colon = text.slice(first.start + stringLength(text, first.start), first.valueStart);
  for (const [key, child] of added) {
    const put = `,${space}${stringify(key)}${colon}${stringify(valueOf(child))}`;
    splices.push({ from: last.end, to: last.end, put });
  }
}

/** The value that edits put where there is nothing. */
function valueOf(node: EditNode): unknown {
  if (node.set) return node.set.value;
  const entries = [...node.children].filter(([, child]) => !child.remove && setsSomething(child));
  return Object.fromEntries(entries.map(([key, child]) => [key, valueOf(child)]));
}

/** What cannot be written as JSON is written as null. */
const stringify = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** The members of the object or the list that starts at `start`. */
function readMembers(text: string, start: number, isObject: boolean): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const from = at;
    let key = String(members.length);
    if (isObject) {
      const length = stringLength(text, at);
      key = JSON.parse(text.slice(at, at + length)) as string;
      at = skipSpace(text, skipSpace(text, at + length) + 1);
    }
    const end = skipValue(text, at);
    members.push({ key, start: from, valueStart: at, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); ; code = text.charCodeAt(++at)) {
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
  }
}

/** The length of the string that starts here, quotes included; 0 where none starts. */
function stringLength(text: string, start: number): number {
  if (text[start] !== '"') return 0;
  for (let end = text.indexOf('"', start + 1); end > 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end + 1 - start;
  }
  return text.length - start;
}

/** Where the value that starts here ends. */
function skipValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return start + stringLength(text, start);
  if (first === '{' || first === '[') return skipContainer(text, start);
  const end = /[\s,\]}]/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

function skipContainer(text: string, start: number): number {
  const mark = /["{}[\]]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [character] = found;
    if (character === '"') mark.lastIndex = found.index + stringLength(text, found.index);
    else if (character === '{' || character === '[') depth++;
    else if (--depth === 0) return found.index + 1;
  }
  return text.length;
}
