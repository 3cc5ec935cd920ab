/** Reads a bracket of a tree of tokens as a frame: its kind, its names and its role. */
import { createFrame, type Frame, type Range } from './frame.ts';
import { isComparisonName } from './names.ts';
import { type Group, isData, isHead, isOperator, type Node, splitEntries } from './tree.ts';

/** Facts about the language that the tree does not show. */
export interface TreeFacts {
  /** `=` between brackets compares, as in the `[ ]` of a shell. */
  readonly comparesByEqual?: boolean;
  /** Brackets may be empty, so a header can be removed whole. */
  readonly allowsEmpty?: boolean;
}

/** The entry of a node in its bracket. */
export interface Position {
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

/** Finds the entry that a node is in. */
export function findPosition(node: Node, group: Group): Position | undefined {
  const entries = listEntries(group);
  const entry = entries.find((one) => one.includes(node));
  return entry && { group, entries, entry, at: entry.indexOf(node) };
}

/** Reads the frame of a position. */
export function readFrame(
  position: Position,
  count: (range: Range) => number,
  facts: TreeFacts,
): Frame {
  const { group, entry, at } = position;
  const [first] = entry;
  const left = entry.slice(0, at);
  const right = entry.slice(at + 1);
  const callee = readCallee(group);
  const kind = readKind(group, callee);
  const isCase = first?.kind === 'word' && /^(?:case|when|is)$/.test(first.text) && at > 0;
  // In an enum of Swift, `case a = "…"` declares a value; after the pattern is the result.
  const isPattern =
    isCase && !left.some((one) => isOperator(one, '=', ':', '->', '=>') || isThen(one));
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

const isThen = (node: Node): boolean => node.kind === 'word' && node.text === 'then';

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

/** Returns the nodes before a literal, or before the call of which it is an argument. */
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

/**
 * Counts the literals with betas in a block's own statements, such as the constants of a class. A
 * literal may be a whole header, so its betas do not count each.
 */
const countDirect = ({ nodes, bracket }: Group, count: (range: Range) => number): number =>
  bracket === '' ? 0 : nodes.filter((node) => node.kind === 'string' && count(node) > 0).length;

/** Tests if the literal is the key of an entry; the parts of `a ? 'b' : 'c'` are not. */
function isKey(left: readonly Node[], right: readonly Node[]): boolean {
  const [after] = right;
  if (after?.kind === 'word') return after.text === 'to' && right.length > 1;
  if (left.some((node) => isOperator(node, '?'))) return false;
  return isOperator(after, ':', '=>', '=', '->');
}

const ASSIGNS = [':', '=', '=>', '<-', '<<', ':=', '+=', '??=', '||=', '->'];

/** Reads the names on the left of the last assignment before the literal. */
export function readKey(left: readonly Node[]): { readonly names: readonly string[] } {
  const isAssign = (node: Node): boolean =>
    isOperator(node, ...ASSIGNS) || (node.kind === 'word' && node.text === 'to');
  const last = left.findLastIndex(isAssign);
  if (last < 0) return { names: [] };
  // A symbol of Ruby, `:"a"`, is no assignment.
  if (isOperator(left[last], ':') && last === left.length - 1 && last === 0) return { names: [] };
  const names = withoutHead(left.slice(0, last), left[last] as Node).flatMap((node) => {
    if (node.kind === 'word' || node.kind === 'string') return [node.text];
    if (node.kind !== 'group' || node.bracket !== '[') return [];
    return node.nodes.flatMap((one) => (one.kind === 'string' ? [one.text] : []));
  });
  return { names };
}

/**
 * The nodes of a statement without the head of its block: the names in `if supported:` are not
 * assigned to. Of `case "a" -> "b"` the pattern stays, which is the key of a mapping.
 */
function withoutHead(nodes: readonly Node[], assign: Node): readonly Node[] {
  if (!isHead(nodes)) return nodes;
  if (isOperator(assign, ':')) return [];
  if (isOperator(assign, '->', '=>')) return nodes.filter(({ kind }) => kind === 'string');
  return nodes.slice(nodes.findLastIndex((node) => isOperator(node, ':') || isThen(node)) + 1);
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
