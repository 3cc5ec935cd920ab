/** The tokens of a text, and the tree of its brackets. */

/** A token. Offsets count UTF-16 units. */
export interface Token {
  readonly kind: 'string' | 'comment' | 'word' | 'operator' | 'open' | 'close' | 'newline';
  readonly start: number;
  readonly end: number;
  /** The text of words and operators, and the content of strings. */
  readonly text: string;
  /** For a string: the range of its content. */
  readonly inner?: { readonly start: number; readonly end: number };
}

/** A bracket with its contents, or the whole text. */
export interface Group {
  readonly kind: 'group';
  readonly bracket: '(' | '[' | '{' | '';
  readonly start: number;
  end: number;
  readonly nodes: Node[];
  readonly parent: Group | undefined;
}

/** A token, or a bracket. */
export type Node = Token | Group;

const MATCHING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Brackets inside of so many others are ignored. */
const MAX_DEPTH = 200;

/** Builds the tree of brackets. Brackets that do not match are closed with their parents. */
export function buildTree(tokens: readonly Token[], length: number): Group {
  const root: Group = {
    kind: 'group',
    bracket: '',
    start: 0,
    end: length,
    nodes: [],
    parent: undefined,
  };
  let current = root;
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    if (token.kind === 'open' && depth < MAX_DEPTH) {
      depth++;
      const bracket = token.text as '(' | '[' | '{';
      const group: Group = {
        kind: 'group',
        bracket,
        start: token.start,
        end: length,
        nodes: [],
        parent: current,
      };
      current.nodes.push(group);
      current = group;
    } else if (token.kind === 'close') {
      const next = closeGroup(current, token);
      for (let group = current; group !== next && group.parent; group = group.parent) depth--;
      current = next;
    } else if (token.kind !== 'open') current.nodes.push(token);
  }
  return root;
}

function closeGroup(from: Group, token: Token): Group {
  const bracket = MATCHING[token.text];
  let group: Group | undefined = from;
  while (group && group.bracket !== bracket) group = group.parent;
  if (!group?.parent) return from;
  group.end = token.end;
  return group.parent;
}

/** Tests if a node is one of these operators. */
export const isOperator = (node: Node | undefined, ...texts: readonly string[]): boolean =>
  node?.kind === 'operator' && texts.includes(node.text);

const STATEMENT =
  /^(?:return|if|else|for|while|case|let|val|var|const|func|fun|fn|def|public|private|protected|static|await|throw|end|do|then|use|class|switch|when|match)$/;

/** Tests if a brace holds data, as in `{ "a": 1 }`, and no statements. */
export function isData(group: Group): boolean {
  if (group.bracket !== '{') return group.bracket !== '';
  const { nodes } = group;
  if (nodes.some((node) => isOperator(node, ';'))) return false;
  if (nodes.some((node) => node.kind === 'word' && STATEMENT.test(node.text))) return false;
  const solid = nodes.filter((node) => node.kind !== 'newline');
  if (solid.some((node) => isOperator(node, ','))) return true;
  const [first, second] = solid;
  if (!first || first.kind === 'string') return true;
  return first.kind === 'group'
    ? first.bracket === '[' && isOperator(second, '=')
    : isOperator(second, ':', '=>', '=');
}

/** Splits a bracket into its entries: arguments, elements, or statements. */
export function splitEntries(group: Group): Node[][] {
  const commas = group.nodes.some((node) => isOperator(node, ','));
  const isInline = group.bracket !== '' && isData(group) && commas;
  const entries: Node[][] = [[]];
  for (const [i, node] of group.nodes.entries()) {
    const isBreak = node.kind === 'newline';
    const endsLine =
      isBreak && !isInline && (opensBlock(entries.at(-1)) || !continues(group.nodes, i));
    if (endsLine || isOperator(node, ',', ';')) entries.push([]);
    else if (!isBreak) entries.at(-1)?.push(node);
  }
  return entries.filter((entry) => entry.length > 0);
}

const HEAD =
  /^(?:if|elif|elsif|unless|else|for|while|with|try|except|finally|def|class|case|when|default|match|async)$/;

/** Tests if an entry begins with the head of a block or of a branch, as in `if supported:`. */
export const isHead = ([first]: readonly Node[]): boolean =>
  first?.kind === 'word' && HEAD.test(first.text);

/** Tests if a line with nothing after the head ends it. */
const opensBlock = (entry: readonly Node[] = []): boolean =>
  isHead(entry) && isOperator(entry.at(-1), ':');

/** A line goes on after an operator, before one, and before an opening brace. */
function continues(nodes: readonly Node[], at: number): boolean {
  const before = nodes[at - 1];
  const after = nodes.slice(at + 1).find((node) => node.kind !== 'newline');
  if (before?.kind === 'operator' && !/^[?!;]$/.test(before.text)) return true;
  if (after?.kind === 'group') return after.bracket === '{';
  return after?.kind === 'operator' && /^(?:\.|\?\.|::|->|\|>|&&|\|\||\+|\?|:|=)$/.test(after.text);
}
