/**
 * The parser: ts-morph's TypeScript, syntax only. No program, no lib files, no type checker; each
 * file is parsed on demand.
 */
import { ts } from 'ts-morph';
import type { Release } from '../release/release.ts';

export { ts };

/** A parsed file of the release. */
export interface Parsed {
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
}

/** The files of a release, parsed on demand. */
export interface Syntax {
  readonly release: Release;
  readonly paths: readonly string[];
  text(path: string): string | undefined;
  /** Parses a file; the trees of the whole SDK would not fit into the memory limit. */
  parse(path: string): Parsed | undefined;
  /** Parses a file and keeps it for the next call. */
  keep(path: string): Parsed | undefined;
}

export function openSyntax(release: Release): Syntax {
  const kept = new Map<string, Parsed>();
  const parse = (path: string): Parsed | undefined => {
    const text = release.files.get(path);
    if (text === undefined || kept.has(path)) return kept.get(path);
    const ast = ts.createSourceFile(
      path,
      text,
      { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
      true,
    );
    return { path, text, ast };
  };
  return {
    release,
    paths: [...release.files.keys()]
      .filter((path) => /^src\/.*\.[mc]?ts$/.test(path) && !/\.d\.[mc]?ts$/.test(path))
      .sort(),
    text: (path) => release.files.get(path),
    parse,
    keep(path) {
      const parsed = parse(path);
      if (parsed) kept.set(path, parsed);
      return parsed;
    },
  };
}

/** `src/client.ts:12` */
export function describePlace(parsed: Parsed, node: ts.Node): string {
  const { line } = parsed.ast.getLineAndCharacterOfPosition(node.getStart(parsed.ast));
  return `${parsed.path}:${line + 1}`;
}

/** Cuts a short excerpt on one line, for messages. */
export function cutExcerpt(node: ts.Node, ast: ts.SourceFile): string {
  const text = node.getText(ast).replace(/\s+/g, ' ');
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}

/** Tests if a path is a resource: methods and types generated from the API's description. */
export const isResource = (path: string): boolean => path.startsWith('src/resources/');

/** Reads the name of a property; undefined if it is computed. */
export function readName(name: ts.PropertyName | ts.BindingName | undefined): string | undefined {
  if (name === undefined) return undefined;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}
