/** Reads every resource method: its endpoint, and the betas that it sends by default. */
import { SyncError } from '../sync-error.ts';
import {
  findCalledMethod,
  findClientCall,
  readEndpoint,
  readEndpointThrough,
} from './endpoints.ts';
import type { SdkMethod } from './facts.ts';
import {
  type Constants,
  collectNames,
  findHeaderExpressions,
  HEADER,
  type HeaderValue,
  isHeaderName,
  joinValues,
  readConstantBetas,
  readHeaderValue,
} from './headers.ts';
import { findCalledHelpers, type Helpers } from './helpers.ts';
import { findIds } from './ids.ts';
import {
  cutExcerpt,
  describePlace,
  isResource,
  type Parsed,
  readName,
  type Syntax,
  ts,
} from './syntax.ts';

interface Context {
  readonly parsed: Parsed;
  readonly constants: Constants;
  readonly helpers: Helpers;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the methods of one resource file. */
export function readMethods(
  parsed: Parsed,
  constants: Constants,
  helpers: Helpers,
  names: ReadonlyMap<string, string>,
): SdkMethod[] {
  const context = {
    parsed,
    constants: new Map([...constants, ...readOwnConstants(parsed)]),
    helpers,
    names,
  };
  const found = parsed.ast.statements
    .filter(ts.isClassDeclaration)
    .flatMap((node) => readClass(node, context));
  refuseUnread(parsed, found, context.constants);
  return found.map(({ method }) => method);
}

/** A method and the range of its code. */
interface Read {
  readonly method: SdkMethod;
  readonly node: ts.MethodDeclaration;
}

/**
 * Throws for anything that looks like a request or a beta outside of the methods that were read, so
 * that no unknown form is missed. Type declarations are skipped, because they send nothing.
 */
function refuseUnread(parsed: Parsed, found: readonly Read[], constants: Constants): void {
  const anywhere = new Set(found.flatMap(({ method }) => method.defaults));
  const refuse = (node: ts.Node, what: string): never => {
    throw new SyncError(
      `${describePlace(parsed, node)}: ${what}: ` +
        `\`${cutExcerpt(node.parent, parsed.ast)}\`. Teach tools/sync/src/read/methods.ts ` +
        'this form.',
    );
  };
  const visit = (node: ts.Node, owner: Read | undefined): void => {
    if (
      ts.isTypeNode(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isModuleDeclaration(node)
    )
      return;
    const inside = owner ?? found.find((one) => one.node === node);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      const { text } = node;
      if (
        findIds(text)[0] === text &&
        !(inside ? inside.method.defaults.includes(text) : anywhere.has(text))
      )
        refuse(node, `\`${text}\` is in no header that can be read`);
      if (!inside && isHeaderName(text))
        refuse(node, `a ${HEADER} header is in no method that can be read`);
      if (!inside && /^\/?v\d+\//.test(text))
        refuse(node, 'a path is in no method that can be read');
    }
    if (
      ts.isIdentifier(node) &&
      inside &&
      constants.get(node.text)?.some((id) => !inside.method.defaults.includes(id))
    )
      refuse(node, `\`${node.text}\` holds a beta that is in no header that can be read`);
    node.forEachChild((child) => visit(child, inside));
  };
  for (const statement of parsed.ast.statements)
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
      visit(statement, undefined);
}

/**
 * Reads the name of each resource class in the client: `actionURLs: ActionURLsAPI.ActionURLs = new
 * …`. A file's name does not show its capitals.
 */
export function readFieldNames(syntax: Syntax): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of syntax.paths) {
    if (!isResource(path)) continue;
    for (const [, field, type] of (syntax.text(path) as string).matchAll(
      /^(?: {2}|\t)(\w+): \w+\.(\w+) = new /gm,
    ))
      names.set(type as string, field as string);
  }
  return names;
}

function readClass(node: ts.ClassDeclaration, context: Context): Read[] {
  const { parsed } = context;
  const bodies = new Map<string, ts.MethodDeclaration>();
  for (const member of node.members) {
    const name = readName(member.name);
    if (ts.isMethodDeclaration(member) && member.body && name !== undefined)
      bodies.set(name, member);
  }
  return [...bodies].flatMap(([name, method]): Read[] => {
    const header = readHeader(method, context);
    const call = findClientCall(method);
    const endpoint = call ? readEndpoint(call, method, bodies, parsed) : undefined;
    // A helper such as parse() sets the header and calls another method of its class.
    const through =
      endpoint === undefined && header.defaults.length > 0
        ? findCalledMethod(method, bodies, new Set([name]))
        : undefined;
    const reached = endpoint ?? (through && readEndpointThrough(through, bodies, parsed));
    if (reached === undefined) {
      if (header.defaults.length === 0 && !call) return [];
      const action =
        header.defaults.length > 0 ? `sends ${header.defaults.join(', ')}` : 'calls the API';
      throw new SyncError(
        `${describePlace(parsed, method)}: ${name}() ${action}, and its path cannot be read: ` +
          `\`${cutExcerpt(call?.arguments[0] ?? method.name, parsed.ast)}\`. Teach ` +
          'tools/sync/src/read/endpoints.ts this form.',
      );
    }
    const read: SdkMethod = {
      name: `${readResourceName(parsed.path, context.names.get(node.name?.text ?? ''))}.${name}`,
      endpoint: reached,
      ...header,
      ...(through && { helper: true }),
      source: describePlace(parsed, method),
    };
    return [{ method: read, node: method }];
  });
}

function readHeader(
  method: ts.MethodDeclaration,
  { parsed, constants, helpers }: Context,
): HeaderValue {
  const body = method.body as ts.Block;
  const { values, strays } = findHeaderExpressions(body);
  const read: HeaderValue[] = [];
  const names = collectNames(method, constants);
  for (const value of values)
    read.push(readHeaderValue(value, names) ?? refuseHeader(value, method, parsed));
  for (const stray of strays) read.push(refuseHeader(stray.parent, method, parsed));
  for (const helper of findCalledHelpers(body, parsed, helpers))
    read.push(helper() ?? refuseHeader(method.name, method, parsed));
  return joinValues(read) as HeaderValue;
}

function refuseHeader(node: ts.Node, method: ts.MethodDeclaration, parsed: Parsed): never {
  throw new SyncError(
    `${describePlace(parsed, node)}: the ${HEADER} header of ${readName(method.name)}() is ` +
      `written in a way that cannot be read: \`${cutExcerpt(node, parsed.ast)}\`. ` +
      'Teach tools/sync/src/read/headers.ts this form.',
  );
}

function readOwnConstants(parsed: Parsed): Map<string, readonly string[]> {
  const constants = new Map<string, readonly string[]>();
  for (const statement of parsed.ast.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const ids = readConstantBetas(initializer);
      if (ts.isIdentifier(name) && ids) constants.set(name.text, ids);
    }
  }
  return constants;
}

/**
 * Reads `src/resources/beta/memory-stores/memory-stores.ts` as `beta.memoryStores`; the last name
 * is that of the client, if it has one.
 */
function readResourceName(path: string, field: string | undefined): string {
  const parts = path
    .replace(/^src\/resources\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  if (parts.length > 1 && parts.at(-1) === parts.at(-2)) parts.pop();
  const names = parts.map((part) =>
    part.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  );
  if (field !== undefined && names.at(-1)?.toLowerCase() === field.toLowerCase())
    names[names.length - 1] = field;
  return names.join('.');
}
