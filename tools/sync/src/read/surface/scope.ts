/** Resolves names to declarations by syntax: modules, their imports, and namespaces inside them. */
import { posix } from 'node:path';
import { type Parsed, type Syntax, ts } from '../syntax.ts';

/** The meanings of one name as a type; an interface and a namespace may share it. */
export interface Named {
  readonly name: string;
  readonly scope: Scope;
  readonly interfaces: ts.InterfaceDeclaration[];
  alias?: ts.TypeAliasDeclaration;
  namespace?: Scope;
}

/** A module, or a namespace in one. */
export interface Scope {
  readonly parsed: Parsed;
  /** `BatchCreateParams.Request.` in that namespace, empty at the top of a module. */
  readonly prefix: string;
  readonly names: Map<string, Named>;
  readonly parent?: Scope;
  /** Local name → module and the name there; `*` is the module itself. */
  readonly imports: Map<string, { path: string; name: string }>;
  /** Modules that are re-exported as a whole. */
  readonly stars: string[];
}

/** The endings of the file of a module, in the order of TypeScript. */
const ENDS = ['.ts', '.d.ts', '.mts', '.d.mts', '/index.ts', '/index.d.ts'];

/** The modules of a release, each parsed once. */
export class Modules {
  readonly #syntax: Syntax;
  readonly #open = new Map<string, Scope | undefined>();
  /** The property that distinguishes a declaration from the others of its union. */
  readonly tags: Map<ts.Node, { name: string; values: string[] } | undefined> = new Map();

  constructor(syntax: Syntax) {
    this.#syntax = syntax;
  }

  /** The module at `src/resources/….ts`, if the release has it. */
  open(path: string): Scope | undefined {
    if (!this.#open.has(path)) {
      const parsed = this.#syntax.keep(path);
      this.#open.set(path, parsed && toModule(parsed));
    }
    return this.#open.get(path);
  }

  /** Resolves the name of a type at the place of its use. */
  resolve(name: ts.EntityName, from: Scope): Named | undefined {
    if (ts.isIdentifier(name)) return this.#lookUp(name.text, from);
    const left = this.#openNamespace(name.left, from);
    return left && this.findExported(name.right.text, left);
  }

  #openNamespace(name: ts.EntityName, from: Scope): Scope | undefined {
    if (ts.isQualifiedName(name)) {
      const left = this.#openNamespace(name.left, from);
      return left && this.findExported(name.right.text, left)?.namespace;
    }
    const local = this.#lookUp(name.text, from)?.namespace;
    if (local) return local;
    const imported = findRoot(from).imports.get(name.text);
    return imported?.name === '*' ? this.#openModule(imported.path, from) : undefined;
  }

  /** Resolves `import('./messages').Tool`. */
  resolveImport(specifier: string, name: ts.EntityName, from: Scope): Named | undefined {
    const module = this.#openModule(specifier, from);
    return module && ts.isIdentifier(name) ? this.findExported(name.text, module) : undefined;
  }

  #lookUp(name: string, from: Scope): Named | undefined {
    for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
      const found = scope.names.get(name);
      if (found) return found;
    }
    const imported = findRoot(from).imports.get(name);
    const module =
      imported && imported.name !== '*' ? this.#openModule(imported.path, from) : undefined;
    return module && this.findExported((imported as { name: string }).name, module);
  }

  /** Finds the declaration of a name in a module, or in one that the module exports again. */
  findExported(
    name: string,
    scope: Scope,
    visited: ReadonlySet<Scope> = new Set(),
  ): Named | undefined {
    // Two modules may export each other.
    if (visited.has(scope)) return undefined;
    const seen = new Set([...visited, scope]);
    const own = scope.names.get(name);
    if (own) return own;
    const again = scope.imports.get(name);
    if (again && again.name !== '*') {
      const module = this.#openModule(again.path, scope);
      const found = module && this.findExported(again.name, module, seen);
      if (found) return found;
    }
    for (const path of scope.stars) {
      const module = this.#openModule(path, scope);
      const found = module && this.findExported(name, module, seen);
      if (found) return found;
    }
    return undefined;
  }

  #openModule(specifier: string, from: Scope): Scope | undefined {
    if (!specifier.startsWith('.')) return undefined;
    const base = posix.join(posix.dirname(from.parsed.path), specifier).replace(/\.(m?js|ts)$/, '');
    for (const end of ENDS) {
      const module = this.open(`${base}${end}`);
      if (module) return module;
    }
    return undefined;
  }
}

function findRoot(scope: Scope): Scope {
  return scope.parent ? findRoot(scope.parent) : scope;
}

function toModule(parsed: Parsed): Scope {
  const scope: Scope = { parsed, prefix: '', names: new Map(), imports: new Map(), stars: [] };
  fillScope(scope, parsed.ast.statements);
  return scope;
}

function fillScope(scope: Scope, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement))
      getNamed(scope, statement.name.text).interfaces.push(statement);
    else if (ts.isTypeAliasDeclaration(statement))
      getNamed(scope, statement.name.text).alias = statement;
    else if (ts.isModuleDeclaration(statement)) fillNamespace(scope, statement);
    else if (ts.isImportDeclaration(statement)) fillImports(scope, statement);
    else if (ts.isExportDeclaration(statement)) fillExports(scope, statement);
  }
}

function getNamed(scope: Scope, name: string): Named {
  const known = scope.names.get(name) ?? { name: scope.prefix + name, scope, interfaces: [] };
  scope.names.set(name, known);
  return known;
}

function fillNamespace(scope: Scope, node: ts.ModuleDeclaration): void {
  if (!node.body || !ts.isModuleBlock(node.body)) return;
  const own = getNamed(scope, node.name.text);
  own.namespace ??= {
    parsed: scope.parsed,
    prefix: `${own.name}.`,
    names: new Map(),
    parent: scope,
    imports: new Map(),
    stars: [],
  };
  fillScope(own.namespace, node.body.statements);
}

function fillImports(scope: Scope, node: ts.ImportDeclaration): void {
  if (!ts.isStringLiteral(node.moduleSpecifier)) return;
  const path = node.moduleSpecifier.text;
  const bindings = node.importClause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings))
    scope.imports.set(bindings.name.text, { path, name: '*' });
  else if (bindings)
    for (const one of bindings.elements)
      scope.imports.set(one.name.text, { path, name: (one.propertyName ?? one.name).text });
}

function fillExports(scope: Scope, node: ts.ExportDeclaration): void {
  if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return;
  const path = node.moduleSpecifier.text;
  if (!node.exportClause) scope.stars.push(path);
  else if (ts.isNamedExports(node.exportClause)) {
    for (const one of node.exportClause.elements)
      scope.imports.set(one.name.text, { path, name: (one.propertyName ?? one.name).text });
  }
}
