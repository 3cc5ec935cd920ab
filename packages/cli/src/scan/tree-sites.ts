/** Finds the surroundings of literals in a tree of tokens. */
import { createFrame, type FindSite, type Frame, type Range, type Site } from './frame.ts';
import { isComparisonName, isHeaderName, isListCall } from './names.ts';
import {
  buildTree,
  type Group,
  isData,
  isOperator,
  type Node,
  splitEntries,
  type Token,
} from './tree.ts';
import type { Candidate } from './types.ts';

/** Facts about the language that the tree does not show. */
export interface TreeFacts {
  /** `=` between brackets compares, as in the `[ ]` of a shell. */
  readonly comparesByEqual?: boolean;
  /** Brackets may be empty, so a header can be removed whole. */
  readonly allowsEmpty?: boolean;
}

/** Creates the search for sites in tokens. */
export function createTreeSites(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  length: number,
  facts: TreeFacts = {},
): FindSite {
  const root = buildTree(tokens, length);
  const parents = new Map<Token, Group>();
  collectParents(root, parents);
  const comments = tokens.filter(({ kind }) => kind === 'comment');
  const counted = candidates.filter(
    ({ start }) => !comments.some((one) => one.start <= start && start < one.end),
  );
  const count = ({ start, end }: Range): number =>
    counted.filter((one) => one.start >= start && one.end <= end).length;
  return (at) => {
    const token = findToken(tokens, at);
    if (!token || token.kind === 'newline') return undefined;
    const inner = token.inner ?? { start: token.start, end: token.end };
    if (token.kind === 'comment') return { inner, content: '', frames: [], place: 'comment' };
    const parent = parents.get(token);
    if (!parent) return undefined;
    return readSite(token, parent, { inner, count, facts });
  };
}

function collectParents(group: Group, parents: Map<Token, Group>): void {
  for (const node of group.nodes) {
    if (node.kind === 'group') collectParents(node, parents);
    else parents.set(node, group);
  }
}

/** Finds the token at an offset by halves. */
function findToken(tokens: readonly Token[], at: number): Token | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= at) low = middle + 1;
    else high = middle;
  }
  const token = tokens[low];
  return token && token.start <= at ? token : undefined;
}

interface Reading {
  readonly inner: Range;
  readonly count: (range: Range) => number;
  readonly facts: TreeFacts;
}

/** The entry of a node in its bracket. */
interface Position {
  readonly group: Group;
  readonly entries: readonly Node[][];
  readonly entry: readonly Node[];
  readonly at: number;
}

/** The entries of the brackets that were looked at, because a list may have many betas. */
const ENTRIES = new WeakMap<Group, Node[][]>();

function listEntries(group: Group): Node[][] {
  const known = ENTRIES.get(group);
  if (known) return known;
  const entries = splitEntries(group);
  ENTRIES.set(group, entries);
  return entries;
}

function findPosition(node: Node, group: Group): Position | undefined {
  const entries = listEntries(group);
  const entry = entries.find((one) => one.includes(node));
  return entry && { group, entries, entry, at: entry.indexOf(node) };
}

function readSite(token: Token, parent: Group, { inner, count, facts }: Reading): Site {
  const frames: Frame[] = [];
  let node: Node = token;
  let group: Group | undefined = parent;
  let elements: Site['elements'];
  let entry: Range | undefined;
  let isStatement = false;
  while (group) {
    const position = findPosition(node, group);
    if (!position) break;
    const frame = readFrame(position, count, facts);
    if (frames.length === 0) {
      elements = readElements(position, frame, token);
      const [only] = position.entry;
      isStatement = frame.kind === 'block' && position.entry.length === 1 && only === token;
    }
    entry ??= readEntry(position, frame, frames.at(-1), facts);
    frames.push(frame);
    if (frame.kind === 'block' || frame.kind === 'enum') break;
    node = group;
    group = group.parent;
  }
  return { inner, content: token.text, frames, elements, entry, isStatement };
}

function readFrame(position: Position, count: (range: Range) => number, facts: TreeFacts): Frame {
  const { group, entry, at } = position;
  const [first] = entry;
  const left = entry.slice(0, at);
  const right = entry.slice(at + 1);
  const callee = readCallee(group);
  const kind = readKind(group, callee);
  const isCase = first?.kind === 'word' && /^(?:case|when|is)$/.test(first.text) && at > 0;
  // In an enum of Swift, `case a = "…"` declares a value.
  const isPattern = isCase && !left.some((one) => isOperator(one, '='));
  const isPart = entry[at]?.kind === 'group' && group.bracket === '{';
  const isArm = (kind === 'block' || isPart) && isOperator(right[0], '=>', '->');
  const key = readKey(left);
  return createFrame(kind, {
    names: key.names,
    callee,
    siblings: kind === 'call' ? listSiblings(position) : [],
    record: readRecord(position, key.names),
    count: kind === 'block' ? countDirect(group, count) : count(group),
    isCompared: isPattern || isArm || isCompared(position, facts),
    isKey: isKey(left, right),
    isMapped: key.names.some((name) => /-20\d\d-\d\d-\d\d/.test(name)),
  });
}

const COMPARES = ['==', '===', '!=', '!==', '=~', '!~', '<=>', '%in%'];

function isCompared({ entry, at, group }: Position, { comparesByEqual }: TreeFacts): boolean {
  const left = withoutCallee(entry, at);
  const [after, method] = entry.slice(at + 1);
  const before = left.at(-1);
  if (isOperator(before, ...COMPARES) || isOperator(after, ...COMPARES)) return true;
  // A value that is subtracted is removed.
  if (isOperator(before, '-', '-=')) return true;
  if (after?.kind === 'word' && /^(?:in|not|is|eq|ne)$/.test(after.text)) return true;
  if (before?.kind === 'word' && /^(?:in|eq|ne|is)$/.test(before.text)) return true;
  const isPattern = before?.kind === 'word' && /^(?:or|and)$/.test(before.text);
  if (isPattern && left.some((node) => node.kind === 'word' && node.text === 'is')) return true;
  if (comparesByEqual && group.bracket === '[' && isOperator(before, '=')) return true;
  return (
    isOperator(after, '.', '?.', '::') && method?.kind === 'word' && isComparisonName(method.text)
  );
}

/** The nodes before a literal, or before the call whose arguments it is one of. */
function withoutCallee(entry: readonly Node[], at: number): readonly Node[] {
  const node = entry[at];
  let end = at;
  const isName = (one: Node | undefined): boolean =>
    one?.kind === 'word' && !/^(?:in|is|not|or|and|return)$/.test(one.text);
  if (node?.kind === 'group' && node.bracket === '(' && isName(entry[end - 1])) {
    end--;
    while (isOperator(entry[end - 1], '.', '::', '?.') && isName(entry[end - 2])) end -= 2;
  }
  return entry.slice(0, end);
}

/** Counts the betas of a block's own statements, such as the constants of a class. */
const countDirect = ({ nodes, bracket }: Group, count: (range: Range) => number): number =>
  bracket === ''
    ? 0
    : nodes.reduce((sum, node) => sum + (node.kind === 'string' ? count(node) : 0), 0);

/** Tests if the literal is the key of an entry; the parts of `a ? 'b' : 'c'` are not. */
function isKey(left: readonly Node[], right: readonly Node[]): boolean {
  const [after] = right;
  if (after?.kind === 'word') return after.text === 'to' && right.length > 1;
  if (left.some((node) => isOperator(node, '?'))) return false;
  return isOperator(after, ':', '=>', '=', '->');
}

const ASSIGNS = [':', '=', '=>', '<-', '<<', ':=', '+=', '??=', '||=', '->'];

/** Reads the names on the left of the last assignment before the literal. */
function readKey(left: readonly Node[]): { readonly names: readonly string[] } {
  const isAssign = (node: Node): boolean =>
    isOperator(node, ...ASSIGNS) || (node.kind === 'word' && node.text === 'to');
  const last = left.findLastIndex(isAssign);
  if (last < 0) return { names: [] };
  // A symbol of Ruby, `:"a"`, is no assignment.
  if (isOperator(left[last], ':') && last === left.length - 1 && last === 0) return { names: [] };
  const names = left.slice(0, last).flatMap((node) => {
    if (node.kind === 'word' || node.kind === 'string') return [node.text];
    if (node.kind !== 'group' || node.bracket !== '[') return [];
    return node.nodes.flatMap((one) => (one.kind === 'string' ? [one.text] : []));
  });
  return { names };
}

/** Reads the words before a bracket, the nearest first. */
function readCallee(group: Group): string[] {
  const { parent } = group;
  if (!parent) return [];
  const index = parent.nodes.indexOf(group);
  const words: string[] = [];
  for (let i = index - 1; i >= 0 && words.length < 8; i--) {
    const node = parent.nodes[i] as Node;
    if (node.kind === 'newline') {
      const isChain = isOperator(parent.nodes[i + 1], '.', '?.', '->') || group.bracket === '{';
      if (!isChain) break;
    } else if (node.kind === 'word') words.push(node.text);
    else if (node.kind === 'operator') {
      if (!['.', '::', '->', '?.', '!', '$', ':', '&'].includes(node.text) && group.bracket !== '{')
        break;
      if ([';', '=>'].includes(node.text)) break;
    } else if (node.kind === 'group' && group.bracket === '{' && node.bracket === '{') break;
  }
  return words;
}

function readKind(group: Group, callee: readonly string[]): Frame['kind'] {
  if (group.bracket === '') return 'block';
  if (group.bracket === '(')
    return callee.length > 0 && isCall(group) ? 'call' : readParentheses(group);
  if (group.bracket === '[') {
    if (callee[0] === 'Literal') return 'type';
    const isIndex = isTouching(group) && !callee[0]?.endsWith('!') && group.nodes.length === 1;
    return isIndex ? 'index' : 'list';
  }
  if (callee.includes('enum')) return 'enum';
  if (!isData(group)) return 'block';
  return hasKeys(group) ? 'map' : 'list';
}

/** The block of constants of Go is a list of declarations. */
const readParentheses = (group: Group): Frame['kind'] =>
  group.nodes.some((node) => isOperator(node, '=')) ? 'map' : 'list';

const hasKeys = (group: Group): boolean =>
  listEntries(group).some((entry) => entry.some((node) => isOperator(node, ':', '=>', '=')));

/** `const (` is no call, although a word is before the bracket. */
function isCall(group: Group): boolean {
  const index = group.parent?.nodes.indexOf(group) ?? 0;
  const before = group.parent?.nodes[index - 1];
  if (before?.kind === 'operator') return before.text === '!';
  return !(
    before?.kind === 'word' && /^(?:const|var|in|return|if|and|or|not|=)$/.test(before.text)
  );
}

function isTouching(group: Group): boolean {
  const index = group.parent?.nodes.indexOf(group) ?? 0;
  const before = group.parent?.nodes[index - 1];
  return before?.end === group.start && before.kind !== 'operator';
}

/** Lists the literals directly in a call, with those that label or name an argument. */
function listSiblings({ entries }: Position): string[] {
  return entries.flatMap((entry) =>
    entry.flatMap((node) => (node.kind === 'string' ? [node.text] : [])),
  );
}

/** Reads the name of a record `{ name: …, value: … }` for its value. */
function readRecord({ entries, group }: Position, names: readonly string[]): string | undefined {
  if (group.bracket === '(' || !names.some((name) => /^values?$/i.test(name))) return undefined;
  for (const entry of entries) {
    const [key] = entry;
    const value = entry.at(-1);
    const isName =
      (key?.kind === 'string' || key?.kind === 'word') &&
      /^(?:name|key|header|field)$/i.test(key.text);
    if (isName && value?.kind === 'string' && value !== key) return value.text;
  }
  return undefined;
}

/** The elements of a list in which the literal is one, alone in its entry. */
function readElements(
  { entries, entry }: Position,
  { kind, callee, siblings }: Frame,
  token: Token,
): Site['elements'] {
  const isList = kind === 'list' || (kind === 'call' && isListCall(callee));
  const isAlone = entry.every((node) => node === token || isOperator(node, ':'));
  const isSpread = (one: readonly Node[]): boolean => isOperator(one[0], '*', '...', '&');
  const hasOther = entries.some((one) => one !== entry && !isSpread(one));
  const isHeader = siblings.some(isHeaderName);
  if (!isList || !isAlone || !hasOther || isHeader) return undefined;
  return { ranges: entries.map(rangeOf), at: entries.indexOf(entry as Node[]) };
}

const rangeOf = (entry: readonly Node[]): Range => ({
  start: (entry[0] as Node).start,
  end: (entry.at(-1) as Node).end,
});

/** The range of `'anthropic-beta': '…',` if it can be removed from its bracket. */
function readEntry(
  { entries, entry, at, group }: Position,
  frame: Frame,
  inner: Frame | undefined,
  { allowsEmpty }: TreeFacts,
): Range | undefined {
  const isWhole = at === entry.length - 1 && (inner === undefined || inner.count === 1);
  const isNamed = frame.names.some((name) => isHeaderName(name) || name === 'betas');
  const isPlace = frame.kind === 'map' || frame.kind === 'call';
  if (!allowsEmpty || !isWhole || !isNamed || !isPlace) return undefined;
  if (frame.kind === 'map' && !isHeaders(group)) return undefined;
  const index = entries.indexOf(entry as Node[]);
  const own = rangeOf(entry);
  const next = entries[index + 1];
  const before = entries[index - 1];
  if (next) return { start: own.start, end: rangeOf(next).start };
  return before ? { start: rangeOf(before).end, end: own.end } : own;
}

/** An object that is passed on as headers or arguments, so that nothing reads the entry by name. */
function isHeaders(group: Group): boolean {
  const { parent } = group;
  if (!parent) return false;
  const position = findPosition(group, parent);
  if (!position) return false;
  if (parent.bracket === '(') return true;
  return readKey(position.entry.slice(0, position.at)).names.some((name) => /headers$/i.test(name));
}
