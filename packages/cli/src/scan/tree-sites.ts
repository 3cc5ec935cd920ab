/** Finds the surroundings of literals in a tree of tokens. */
import type { FindSite, Frame, Range, Site } from './frame.ts';
import { isHeaderName, isListCall } from './names.ts';
import { buildTree, type Group, isOperator, type Node, type Token } from './tree.ts';
import { findPosition, type Position, readFrame, readKey, type TreeFacts } from './tree-frames.ts';
import type { Candidate } from './types.ts';

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

/** Reads the elements of a list in which the literal is one, alone in its entry. */
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

/** Reads the range of `'anthropic-beta': '…',` if it can be removed from its bracket. */
function readEntry(
  { entries, entry, at, group }: Position,
  frame: Frame,
  inner: Frame | undefined,
  { allowsEmpty }: TreeFacts,
): Range | undefined {
  const isWhole = at === entry.length - 1 && (inner === undefined || inner.count === 1);
  const isNamed = frame.names.some((name) => isHeaderName(name) || name === 'betas');
  const isPlace = frame.kind === 'map' || frame.kind === 'call';
  if (!allowsEmpty || !isWhole || !isNamed || !isPlace || isDeclared(frame)) return undefined;
  if (frame.kind === 'map' && !isHeaders(group)) return undefined;
  const index = entries.indexOf(entry as Node[]);
  const own = rangeOf(entry);
  const next = entries[index + 1];
  const before = entries[index - 1];
  if (next) return { start: own.start, end: rangeOf(next).start };
  return before ? { start: rangeOf(before).end, end: own.end } : own;
}

/** The parameters of a function and the entries of `dict(…)` are read by their names. */
const isDeclared = ({ kind, callee: [name, before] }: Frame): boolean =>
  kind === 'call' && (name === 'dict' || /^(?:def|lambda|fn|function)$/.test(before ?? name ?? ''));

/** An object that is passed on as headers or arguments, so that nothing reads the entry by name. */
function isHeaders(group: Group): boolean {
  const { parent } = group;
  if (!parent) return false;
  const position = findPosition(group, parent);
  if (!position) return false;
  if (parent.bracket === '(') return true;
  return readKey(position.entry.slice(0, position.at)).names.some((name) => /headers$/i.test(name));
}
