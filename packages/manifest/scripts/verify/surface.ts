/** Finds what beta message params accept and GA message params do not. */
import { type Declarations, readDeclarations, type Type } from './declarations.ts';

/** A field or value that only the beta params accept. */
export interface SurfaceEntry {
  /** `messages[].content[].type` */
  readonly path: string;
  /** The value, if the path itself is also in the GA params. */
  readonly value?: string;
  /** True if the path itself is new. */
  readonly isNewField: boolean;
  /** The literals that a new field may be. */
  readonly literals: readonly string[];
  /** The declaration that has it: `BetaOutputConfig.task_budget`, `BetaMCPToolset`. */
  readonly declared: string;
}

const BETA = 'src/resources/beta/messages/messages.ts';
const GA = 'src/resources/messages/messages.ts';
const PARAMS = ['MessageCreateParamsBase', 'MessageCountTokensParams'];

/** Params that the SDK sends as headers and not in the body. */
const HEADER_PARAMS = ['betas', 'user_profile_id', 'workspace_id'];

/** Compares the params of the two namespaces from the root down. */
export function readSurface(sources: ReadonlyMap<string, string>): SurfaceEntry[] {
  const beta = new Side(readDeclarations(findFile(sources, BETA)));
  const ga = new Side(readDeclarations(findFile(sources, GA)));
  const found = new Map<string, SurfaceEntry>();
  for (const root of PARAMS)
    compareTypes(
      beta,
      beta.expandArms({ kind: 'name', name: root }),
      ga,
      ga.expandArms({ kind: 'name', name: root }),
      '',
      [],
      found,
    );
  return [...found.values()];
}

function findFile(sources: ReadonlyMap<string, string>, path: string): string {
  const text = sources.get(path);
  if (text === undefined) throw new Error(`the SDK has no ${path}`);
  return text;
}

/** The declarations of a namespace. */
class Side {
  readonly declarations: Declarations;

  constructor(declarations: Declarations) {
    this.declarations = declarations;
  }

  /**
   * Resolves names and unions to the types that a value may have, without `null`, which means an
   * absent field.
   */
  expandArms(type: Type, seen: readonly string[] = []): Type[] {
    if (type.kind === 'union') return type.arms.flatMap((arm) => this.expandArms(arm, seen));
    if (type.kind !== 'name') return [type];
    if (['null', 'undefined'].includes(type.name)) return [];
    const last = type.name.split('.').at(-1) as string;
    const known = [
      type.name,
      last,
      ...[...this.declarations.types.keys()].filter((key) => key.endsWith(`.${last}`)),
    ].find((key) => this.declarations.types.has(key));
    if (known === undefined || seen.includes(known)) return [type];
    const found = this.declarations.types.get(known) as Type;
    if (found.kind !== 'object') return this.expandArms(found, [...seen, known]);
    return [{ ...found, props: this.collectProps(known) }];
  }

  /** Collects the values of `type` of all declarations. */
  collectTags(): ReadonlySet<string> {
    return new Set(
      [...this.declarations.types.values()].flatMap((type) =>
        type.kind === 'object' ? (findTag(this, type) ?? []) : [],
      ),
    );
  }

  private collectProps(name: string): ReadonlyMap<string, Type> {
    const own = this.declarations.types.get(name);
    const bases = (this.declarations.bases.get(name) ?? []).filter((base) =>
      this.declarations.types.has(base),
    );
    return new Map([
      ...bases.flatMap((base) => [...this.collectProps(base)]),
      ...(own?.kind === 'object' ? own.props : []),
    ]);
  }
}

type ObjectType = Extract<Type, { kind: 'object' }>;

function compareTypes(
  beta: Side,
  mine: readonly Type[],
  ga: Side,
  theirs: readonly Type[],
  path: string,
  stack: readonly string[],
  found: Map<string, SurfaceEntry>,
): void {
  const of = <K extends Type['kind']>(kind: K): Extract<Type, { kind: K }>[] =>
    theirs.filter((type): type is Extract<Type, { kind: K }> => type.kind === kind);
  for (const type of mine) {
    if (type.kind === 'literal') {
      const isOpen = of('name').some((name) => name.name === 'string');
      if (!isOpen && !of('literal').some((literal) => literal.value === type.value))
        addEntry(found, { path, value: type.value, declared: `${stack.at(-1)}: ${type.value}` });
    } else if (type.kind === 'list' || type.kind === 'map') {
      const next = type.kind === 'list' ? `${path}[]` : path;
      const inner = of(type.kind).flatMap((other) => ga.expandArms(other.of));
      if (of(type.kind).length > 0)
        compareTypes(beta, beta.expandArms(type.of), ga, inner, next, stack, found);
    } else if (type.kind === 'object') {
      compareObject(beta, type, ga, of('object'), path, stack, found);
    }
  }
}

function compareObject(
  beta: Side,
  type: ObjectType,
  ga: Side,
  theirs: readonly ObjectType[],
  path: string,
  stack: readonly string[],
  found: Map<string, SurfaceEntry>,
): void {
  const name = type.name ?? stack.at(-1) ?? '';
  // Content nests in content. A second pass finds nothing new.
  if (stack.includes(name)) return;
  const tag = findTag(beta, type);
  const counterparts =
    tag === undefined
      ? theirs.filter((other) => findTag(ga, other) === undefined)
      : theirs.filter((other) => findTag(ga, other) === tag);
  if (counterparts.length === 0) {
    if (tag !== undefined)
      addEntry(found, { path: joinPath(path, 'type'), value: tag, declared: name });
    return;
  }
  for (const [key, prop] of type.props) {
    if ((key === 'type' && tag !== undefined) || (path === '' && HEADER_PARAMS.includes(key)))
      continue;
    const others = counterparts.flatMap((other) => other.props.get(key) ?? []);
    const at = joinPath(path, key);
    const arms = beta.expandArms(prop);
    if (others.length > 0)
      compareTypes(
        beta,
        arms,
        ga,
        others.flatMap((other) => ga.expandArms(other)),
        at,
        [...stack, name, `${name}.${key}`],
        found,
      );
    else {
      addEntry(found, {
        path: at,
        declared: `${name}.${key}`,
        isNewField: true,
        literals: arms.flatMap((arm) => (arm.kind === 'literal' ? [arm.value] : [])),
      });
      collectKinds(beta, arms, ga.collectTags(), at, [], found);
    }
  }
}

/**
 * Collects the kinds inside a new field that GA does not have at all. Different betas may enable
 * them.
 */
function collectKinds(
  beta: Side,
  types: readonly Type[],
  known: ReadonlySet<string>,
  path: string,
  stack: readonly string[],
  found: Map<string, SurfaceEntry>,
): void {
  for (const type of types) {
    if (type.kind === 'list')
      collectKinds(beta, beta.expandArms(type.of), known, `${path}[]`, stack, found);
    if (type.kind !== 'object' || stack.includes(type.name ?? '')) continue;
    const tag = findTag(beta, type);
    if (tag !== undefined && !known.has(tag))
      addEntry(found, { path: joinPath(path, 'type'), value: tag, declared: type.name ?? path });
    for (const [key, prop] of type.props)
      if (key !== 'type')
        collectKinds(
          beta,
          beta.expandArms(prop),
          known,
          joinPath(path, key),
          [...stack, type.name ?? ''],
          found,
        );
  }
}

/** Finds the value of `type`, if there is only one. */
function findTag(side: Side, type: ObjectType): string | undefined {
  const prop = type.props.get('type');
  const arms = prop ? side.expandArms(prop) : [];
  return arms.length === 1 && arms[0]?.kind === 'literal' ? arms[0].value : undefined;
}

function addEntry(
  found: Map<string, SurfaceEntry>,
  entry: Partial<SurfaceEntry> & Pick<SurfaceEntry, 'path' | 'declared'>,
): void {
  const key = `${entry.path}=${entry.value ?? ''}`;
  if (!found.has(key)) found.set(key, { isNewField: false, literals: [], ...entry });
}

const joinPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
