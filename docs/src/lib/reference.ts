/**
 * Reads the exports of each package from its sources: names, signatures, docstrings. Syntax is
 * enough for that, because every export states its type, and it is faster than a type checker.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBetaId } from '@beta-headers/grammar';
import ts from 'typescript';

/** The packages that have a page, in the order of the list. */
export const PACKAGES = [
  'node',
  'deno',
  'core',
  'constants',
  'gateway',
  'reader',
  'fake-api',
  'manifest',
] as const;
export type PackageName = (typeof PACKAGES)[number];

/** One export. */
export interface Export {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  /** The declaration as written, without its body. */
  readonly signature: string;
  readonly doc: string;
}

/** The exports of one import path. */
export interface Entry {
  /** `@beta-headers/core`, `@beta-headers/manifest/data` */
  readonly path: string;
  readonly doc: string;
  readonly exports: readonly Export[];
  /** Import paths, without the scope, whose exports are all re-exported: `core/errors`. */
  readonly all: readonly string[];
  /** The number of constants that hold the id of a beta. */
  readonly betas: number;
}

const getFolder = (name: string): string => join(process.cwd(), '..', 'packages', name);

/** Reads every import path of a package, except patterns and data. */
export function readPackage(name: PackageName): Entry[] {
  return Object.entries(readExports(name))
    .filter(([path, target]) => target.endsWith('.ts') && !path.includes('*'))
    .map(([path, target]) =>
      readEntry(`@beta-headers/${name}${path.slice(1)}`, join(getFolder(name), target)),
    );
}

/** Reads the file of each import path; of an entry with conditions, the one with its types. */
function readExports(name: string): Record<string, string> {
  const text = readFileSync(join(getFolder(name), 'package.json'), 'utf8');
  const { exports } = JSON.parse(text) as {
    exports: Record<string, string | { readonly types: string }>;
  };
  return Object.fromEntries(
    Object.entries(exports).map(([path, target]) => [
      path,
      typeof target === 'string' ? target : target.types,
    ]),
  );
}

function readEntry(path: string, file: string): Entry {
  const found: Export[] = [];
  const all = new Set<string>();
  collect(file, undefined, found, all);
  const isBeta = ({ kind, signature }: Export): boolean =>
    kind === 'constant' && isBetaId(/= '([a-z0-9-]+)'/.exec(signature)?.[1] ?? '');
  return {
    path,
    doc: readModuleDoc(file),
    exports: found.filter((one) => !isBeta(one)).sort(byKind),
    all: [...all],
    betas: found.filter(isBeta).length,
  };
}

/** Functions come before the types that they take. */
const KINDS: readonly Export['kind'][] = ['function', 'class', 'constant', 'type'];
const byKind = (a: Export, b: Export): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

const parsed = new Map<string, ts.SourceFile>();
function parseSource(file: string): ts.SourceFile {
  const source =
    parsed.get(file) ??
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** Exports to collect by their name in the file, with the name and form of the re-export. */
type Wanted = ReadonlyMap<string, { readonly name: string; readonly type: boolean }>;

/** Collects the exports of a file, or only the wanted ones. */
function collect(
  file: string,
  wanted: Wanted | undefined,
  found: Export[],
  all: Set<string>,
): void {
  for (const statement of parseSource(file).statements) {
    if (ts.isExportDeclaration(statement)) collectFrom(file, statement, wanted, found, all);
    else if (
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      for (const one of readDeclarations(statement)) {
        const as = wanted ? wanted.get(one.name) : { name: one.name, type: false };
        if (
          !as ||
          (as.type && one.kind !== 'type') ||
          found.some((other) => other.name === as.name)
        )
          continue;
        found.push({ ...one, name: as.name });
      }
    }
  }
}

function collectFrom(
  file: string,
  statement: ts.ExportDeclaration,
  wanted: Wanted | undefined,
  found: Export[],
  all: Set<string>,
): void {
  const { moduleSpecifier, exportClause } = statement;
  const elements =
    exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : undefined;
  const given = elements?.map(({ propertyName, name, isTypeOnly }) => ({
    inner: (propertyName ?? name).text,
    outer: name.text,
    type: isTypeOnly || statement.isTypeOnly,
  }));
  const passed: Wanted | undefined =
    given &&
    new Map(
      given.flatMap(({ inner, outer, type }) => {
        const as = wanted ? wanted.get(outer) : { name: outer, type: false };
        return as ? [[inner, { name: as.name, type: as.type || type }]] : [];
      }),
    );
  if (moduleSpecifier && ts.isStringLiteral(moduleSpecifier)) {
    const own = /^@beta-headers\/([\w/-]+)$/.exec(moduleSpecifier.text)?.[1];
    if (own && !given) all.add(own);
    else {
      const target = resolveFile(file, moduleSpecifier.text);
      if (target) collect(target, passed ?? wanted, found, all);
    }
    return;
  }
  // `export { a }`, where `a` was imported.
  for (const [name, as] of passed ?? []) {
    const from = findImport(file, name);
    if (from) collect(from.file, new Map([[from.name, as]]), found, all);
  }
}

/** Resolves a specifier to a source of this repository. */
function resolveFile(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  const [, own, path = ''] = /^@beta-headers\/([\w-]+)(\/[\w/-]+)?$/.exec(specifier) ?? [];
  const target = own && readExports(own)[`.${path}`];
  return own && target && join(getFolder(own), target);
}

function findImport(file: string, name: string): { file: string; name: string } | undefined {
  for (const { importClause, moduleSpecifier } of parseSource(file).statements.filter(
    ts.isImportDeclaration,
  )) {
    const bindings = importClause?.namedBindings;
    const found =
      bindings && ts.isNamedImports(bindings)
        ? bindings.elements.find((one) => one.name.text === name)
        : undefined;
    const target =
      found && ts.isStringLiteral(moduleSpecifier)
        ? resolveFile(file, moduleSpecifier.text)
        : undefined;
    if (found && target) return { file: target, name: (found.propertyName ?? found.name).text };
  }
  return undefined;
}

function readDeclarations(statement: ts.Statement): Export[] {
  const doc = readDoc(statement);
  const text = (end?: ts.Node): string =>
    (end
      ? statement.getText().slice(0, end.getStart() - statement.getStart())
      : statement.getText()
    )
      .replace(/^export (?:declare )?(?:default )?/, '')
      .trim();
  if (ts.isFunctionDeclaration(statement) && statement.name)
    return [{ name: statement.name.text, kind: 'function', signature: text(statement.body), doc }];
  if (ts.isClassDeclaration(statement) && statement.name)
    return [{ name: statement.name.text, kind: 'class', signature: formatClass(statement), doc }];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name.text, kind: 'type', signature: text(), doc }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((one) => {
    const name = one.name.getText();
    const value = one.initializer;
    const shown = one.type ? `: ${one.type.getText()}` : '';
    const short =
      value && (ts.isStringLiteral(value) || ts.isNumericLiteral(value) || ts.isAsExpression(value))
        ? ` = ${value.getText()}`
        : '';
    return { name, kind: 'constant', signature: `const ${name}${short ? '' : shown}${short}`, doc };
  });
}

/** Formats a class without private members and bodies. */
function formatClass(node: ts.ClassDeclaration): string {
  const hidden = (member: ts.ClassElement): boolean =>
    (member.name && ts.isPrivateIdentifier(member.name)) ||
    (ts.canHaveModifiers(member) &&
      (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword));
  const lines = node.members
    .filter((member) => !hidden(member))
    .map((member) => {
      const body =
        'body' in member
          ? (member.body as ts.Node | undefined)
          : 'initializer' in member
            ? (member.initializer as ts.Node | undefined)
            : undefined;
      const whole = member.getText();
      const head = body ? whole.slice(0, body.getStart() - member.getStart()) : whole;
      return `  ${head.replace(/\s*=?\s*$/, '').replace(/;$/, '')};`;
    });
  const head = node
    .getText()
    .slice(0, (node.members[0]?.getFullStart() ?? node.getEnd()) - node.getStart());
  return `${head.replace(/^export /, '').trimEnd()}\n${lines.join('\n')}\n}`;
}

/** Reads the docstring of a node, without its tags. */
function readDoc(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return joinLines(comment ? (ts.getTextOfJSDocComment(comment.comment) ?? '') : '');
}

function readModuleDoc(file: string): string {
  const comment = /\/\*\*[\s\S]*?\*\//.exec(parseSource(file).getFullText())?.[0] ?? '';
  const text = comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n');
  return joinLines(text.replace(/^@\w+.*$/gm, '').replace(/```[\s\S]*?```/g, ''));
}

/** Joins the lines of each paragraph. */
const joinLines = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\{@link (\w+)\}/g, '`$1`')
        .trim(),
    )
    .filter(Boolean)
    .join('\n');
