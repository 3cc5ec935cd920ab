/**
 * The exports of each package, read from its sources: names, signatures, docstrings. Reads syntax
 * alone, which is quick; every export states its type.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBetaId } from '@beta-headers/grammar';
import ts from 'typescript';

/** The packages that have a page, in its order. */
export const PACKAGES = ['node', 'deno', 'core', 'constants', 'fake-api', 'manifest'] as const;
export type PackageName = (typeof PACKAGES)[number];

/** One export. */
export interface Export {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  /** The declaration as it is written, without what it does. */
  readonly signature: string;
  readonly doc: string;
}

/** What one import path gives. */
export interface Entry {
  /** `@beta-headers/core`, `@beta-headers/manifest/data` */
  readonly path: string;
  readonly doc: string;
  readonly exports: readonly Export[];
  /** Import paths, without the scope, of which everything is exported again: `core/errors`. */
  readonly all: readonly string[];
  /** How many constants hold the name of a beta. */
  readonly betas: number;
}

const folder = (name: string): string => join(process.cwd(), '..', 'packages', name);

/** Every import path of a package that is no pattern and no data. */
export function readPackage(name: PackageName): Entry[] {
  return Object.entries(exportsOf(name))
    .filter(([path, target]) => target.endsWith('.ts') && !path.includes('*'))
    .map(([path, target]) =>
      readEntry(`@beta-headers/${name}${path.slice(1)}`, join(folder(name), target)),
    );
}

/** The file of each import path; of an entry with conditions, the one that has its types. */
function exportsOf(name: string): Record<string, string> {
  const text = readFileSync(join(folder(name), 'package.json'), 'utf8');
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
    doc: moduleDoc(file),
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
function sourceOf(file: string): ts.SourceFile {
  const source =
    parsed.get(file) ??
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/**
 * By the name that an export has in its file: the name under which it is exported again, and if
 * that is as a type only.
 */
type Wanted = ReadonlyMap<string, { readonly name: string; readonly type: boolean }>;

/** The exports of a file, or only some of them. */
function collect(
  file: string,
  wanted: Wanted | undefined,
  found: Export[],
  all: Set<string>,
): void {
  for (const statement of sourceOf(file).statements) {
    if (ts.isExportDeclaration(statement)) collectFrom(file, statement, wanted, found, all);
    else if (
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      for (const one of declared(statement)) {
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
      const target = fileOf(file, moduleSpecifier.text);
      if (target) collect(target, passed ?? wanted, found, all);
    }
    return;
  }
  // `export { a }` of what was imported above.
  for (const [name, as] of passed ?? []) {
    const from = importOf(file, name);
    if (from) collect(from.file, new Map([[from.name, as]]), found, all);
  }
}

/** The source that a specifier means, of this repository's own. */
function fileOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  const [, own, path = ''] = /^@beta-headers\/([\w-]+)(\/[\w/-]+)?$/.exec(specifier) ?? [];
  const target = own && exportsOf(own)[`.${path}`];
  return own && target && join(folder(own), target);
}

function importOf(file: string, name: string): { file: string; name: string } | undefined {
  for (const { importClause, moduleSpecifier } of sourceOf(file).statements.filter(
    ts.isImportDeclaration,
  )) {
    const bindings = importClause?.namedBindings;
    const found =
      bindings && ts.isNamedImports(bindings)
        ? bindings.elements.find((one) => one.name.text === name)
        : undefined;
    const target =
      found && ts.isStringLiteral(moduleSpecifier) ? fileOf(file, moduleSpecifier.text) : undefined;
    if (found && target) return { file: target, name: (found.propertyName ?? found.name).text };
  }
  return undefined;
}

function declared(statement: ts.Statement): Export[] {
  const doc = docOf(statement);
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
    return [{ name: statement.name.text, kind: 'class', signature: classText(statement), doc }];
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

/** A class by what its users see. */
function classText(node: ts.ClassDeclaration): string {
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
      return `  ${(body ? whole.slice(0, body.getStart() - member.getStart()) : whole).replace(/\s*=?\s*$/, '').replace(/;$/, '')};`;
    });
  const head = node
    .getText()
    .slice(0, (node.members[0]?.getFullStart() ?? node.getEnd()) - node.getStart());
  return `${head.replace(/^export /, '').trimEnd()}\n${lines.join('\n')}\n}`;
}

/** The docstring before a node, without its tags. */
function docOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return clean(comment ? (ts.getTextOfJSDocComment(comment.comment) ?? '') : '');
}

function moduleDoc(file: string): string {
  const comment = /\/\*\*[\s\S]*?\*\//.exec(sourceOf(file).getFullText())?.[0] ?? '';
  const text = comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n');
  return clean(text.replace(/^@\w+.*$/gm, '').replace(/```[\s\S]*?```/g, ''));
}

/** Lines that were broken by width are one again; an empty line ends a paragraph. */
const clean = (text: string): string =>
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
