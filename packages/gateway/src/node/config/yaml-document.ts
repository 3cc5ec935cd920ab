/** Parses YAML and finds the places of values. */
import { isAlias, isMap, isNode, isPair, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { ConfigProblem } from './config-error.ts';

/** The path to a value: keys and indexes from the root. */
export type Path = readonly PropertyKey[];

/** A parsed file. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Makes a problem at the value of `path`, or at its nearest existing parent. */
  problemAt(path: Path, message: string): ConfigProblem;
  /** Makes a problem at the key that is the last part of `path`. */
  problemAtKey(path: Path, message: string): ConfigProblem;
  /** Makes a problem at the first occurrence of `needle` in the value of `path`. */
  problemIn(path: Path, needle: string, message: string): ConfigProblem;
}

/** The syntax errors, or the file. */
export interface ParsedYaml {
  readonly yaml?: YamlFile;
  readonly problems: readonly ConfigProblem[];
}

/** Parses the text of a file. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The warnings of the library quote the file.
    logLevel: 'error',
  });
  const at = (offset: number, message: string): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const errors = [...document.errors, ...document.warnings];
  // Very deep nesting exhausts the stack; the other errors only follow from it.
  const fatal = errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION');
  const first = fatal.length > 0 ? fatal.slice(0, 1) : errors;
  if (first.length > 0)
    return { problems: first.map(({ code, pos }) => at(pos[0], describeSyntax(code))) };
  const unresolved: ConfigProblem[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (!alias.resolve(document))
        unresolved.push(at(alias.range?.[0] ?? 0, describeSyntax('BAD_ALIAS')));
    },
  });
  if (unresolved.length > 0) return { problems: unresolved };
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    return { problems: [at(0, 'has too many aliases; write the values themselves')] };
  }
  const problemAt: YamlFile['problemAt'] = (path, message) =>
    at(findOffset(document.contents, path), message);
  return {
    problems: [],
    yaml: {
      file,
      value,
      problemAt,
      problemAtKey: (path, message) => at(findKeyOffset(document.contents, path), message),
      problemIn: (path, needle, message) => {
        const start = findOffset(document.contents, path);
        const found = text.indexOf(needle, start);
        return at(found < 0 ? start : found, message);
      },
    },
  };
}

/** Finds the start of the value at `path`, or of its nearest existing parent. */
function findOffset(root: unknown, path: Path): number {
  let offset = readStart(root) ?? 0;
  let node = root;
  for (const key of path) {
    node = readChild(node, key)?.value;
    const start = readStart(node);
    if (start === undefined) return offset;
    offset = start;
    if (isAlias(node)) return offset;
  }
  return offset;
}

function findKeyOffset(root: unknown, path: Path): number {
  const parents = path.slice(0, -1);
  let node = root;
  for (const key of parents) node = readChild(node, key)?.value;
  return readStart(readChild(node, path.at(-1) ?? '')?.key) ?? findOffset(root, parents);
}

function readChild(
  node: unknown,
  key: PropertyKey,
): { readonly key?: unknown; readonly value: unknown } | undefined {
  if (isSeq(node)) return { value: node.items[Number(key)] };
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
  return pair && { key: pair.key, value: pair.value };
}

const readStart = (node: unknown): number | undefined =>
  isNode(node) && node.range ? node.range[0] : undefined;

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation is wrong; align the keys of a map, and indent with spaces',
  DUPLICATE_KEY: 'the key is there twice; keep one of the two',
  TAB_AS_INDENT: 'a tab cannot indent YAML; indent with spaces',
  MULTIPLE_DOCS: 'the file has more than one document; remove the line `---` and what follows',
  NON_STRING_KEY: 'a key cannot be a map or a list; put it in quotes',
  BAD_ALIAS: 'the alias has no anchor; write the value itself',
  MISSING_CHAR: 'a colon, a quote or a bracket is missing here, or the indentation is wrong',
  BAD_SCALAR_START: 'a value cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a value cannot be a map here; put it on a line of its own, or in quotes',
  RESOURCE_EXHAUSTION: 'the values are nested too deeply; write fewer levels',
  TAG_RESOLVE_FAILED: 'the tag is not known; remove it',
};

/** Describes a syntax error without quoting the file, which may contain a secret. */
function describeSyntax(code: string): string {
  const text = SYNTAX[code] ?? 'check the indentation, and quote values with [ ] { } : # * or @';
  return `this is not valid YAML: ${text}`;
}
