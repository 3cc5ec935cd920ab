/**
 * Reads the declarations of the SDK's message params as syntax: one file, without type checker and
 * lib files.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type InterfaceDeclaration,
  Project,
  type PropertySignature,
  type SourceFile,
  SyntaxKind,
  type TypeNode,
} from 'ts-morph';
import { type Lookup, sampleFields, sampleObject } from './sample.ts';

/** The module whose types the helpers use. */
export const SDK_MESSAGES = '@anthropic-ai/sdk/resources/beta/messages/messages';

/** An object type of the SDK that a rule leads to. */
export interface SdkObject {
  /** The name of the exported interface. */
  readonly name: string;
  /**
   * The required properties that are string literals, such as `type: 'url'`, with several values
   * for a union.
   */
  readonly literals: Readonly<Record<string, readonly string[]>>;
  /** True if it has a required property that is not a literal. */
  readonly needsFields: boolean;
}

/** Gives emitters access to the types of the SDK. */
export interface SdkTypes {
  /**
   * Finds the object types at a rule path in the message params. Empty for scalars and unknown
   * paths.
   */
  findObjects(path: string): readonly SdkObject[];
  /**
   * Fills in the required fields of an object type with plausible values, or its first field if it
   * has none.
   */
  sample(type: string): Readonly<Record<string, unknown>>;
  /**
   * Builds minimal message params with `leaf`, an object of type `type`, at a rule path. Undefined
   * if the path has no such type.
   */
  buildParams(
    path: string,
    leaf: unknown,
    type: string,
  ): Readonly<Record<string, unknown>> | undefined;
}

/** Reads the SDK that this package depends on. */
export function readSdkTypes(): SdkTypes {
  const path = createRequire(import.meta.url)
    .resolve('@anthropic-ai/sdk/resources/beta/messages/messages.js')
    .replace(/\.js$/, '.d.ts');
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return new Declarations(project.createSourceFile('messages.d.ts', readFileSync(path, 'utf8')));
}

class Declarations implements SdkTypes {
  readonly #interfaces: Map<string, InterfaceDeclaration>;
  readonly #aliases: Map<string, TypeNode>;

  constructor(file: SourceFile) {
    this.#interfaces = new Map(
      file.getInterfaces().map((declaration) => [declaration.getName(), declaration]),
    );
    this.#aliases = new Map(
      file
        .getTypeAliases()
        .flatMap((alias) =>
          alias.getTypeNode() ? [[alias.getName(), alias.getTypeNode() as TypeNode]] : [],
        ),
    );
  }

  findObjects(path: string): readonly SdkObject[] {
    let here = this.#findNamed('MessageCreateParamsBase');
    for (const segment of path.split('.')) {
      // Nested content has the same block types as the content itself.
      if (segment === '**') continue;
      const name = segment.replace('[]', '');
      here = here.flatMap((declaration) => {
        const property = this.#findProperty(declaration, name);
        return property ? this.#findInterfaces(property.getTypeNode()) : [];
      });
    }
    return [
      ...new Map(
        here.map((declaration) => [declaration.getName(), this.#describe(declaration)]),
      ).values(),
    ];
  }

  sample(type: string): Readonly<Record<string, unknown>> {
    return (
      this.#findNamed(type).map((declaration) => sampleObject(declaration, this.#lookup))[0] ?? {}
    );
  }

  buildParams(
    path: string,
    leaf: unknown,
    type: string,
  ): Readonly<Record<string, unknown>> | undefined {
    const segments = path.split('.').filter((segment) => segment !== '**');
    return this.#with(this.#findNamed('MessageCreateParamsBase'), segments, leaf, type);
  }

  /**
   * Builds an object for one of these interfaces in which the path leads to the type of the leaf,
   * preferring the one with the fewest alternatives and required properties.
   */
  #with(
    here: readonly InterfaceDeclaration[],
    [segment = '', ...rest]: readonly string[],
    leaf: unknown,
    type: string,
  ): Record<string, unknown> | undefined {
    const name = segment.replace('[]', '');
    const ways = here.flatMap((declaration) => {
      const node = this.#findProperty(declaration, name)?.getTypeNode();
      const below = this.#findInterfaces(node);
      const fits = below.some((candidate) => candidate.getName() === type);
      const inner = rest.length > 0 ? this.#with(below, rest, leaf, type) : fits ? leaf : undefined;
      if (inner === undefined) return [];
      // A rule may name a list as a whole: `mcp_servers`.
      const list = segment.endsWith('[]') || (rest.length === 0 && this.#isList(node));
      const required = declaration
        .getProperties()
        .filter((property) => !property.hasQuestionToken()).length;
      return [{ declaration, others: below.length, required, value: list ? [inner] : inner }];
    });
    const best = ways.sort((a, b) => a.others - b.others || a.required - b.required)[0];
    return best && { ...sampleFields(best.declaration, this.#lookup), [name]: best.value };
  }

  #isList(node: TypeNode | undefined): boolean {
    const name = node?.asKind(SyntaxKind.TypeReference)?.getTypeName().getText();
    if (name !== undefined && name !== 'Array') return this.#isList(this.#aliases.get(name));
    const members = node?.asKind(SyntaxKind.UnionType)?.getTypeNodes();
    return members
      ? members.some((member) => this.#isList(member))
      : name === 'Array' || node?.isKind(SyntaxKind.ArrayType) === true;
  }

  readonly #lookup: Lookup = (name) => this.#interfaces.get(name) ?? this.#aliases.get(name);

  #findNamed(name: string): InterfaceDeclaration[] {
    const found = this.#interfaces.get(name);
    return found ? [found] : this.#findInterfaces(this.#aliases.get(name));
  }

  #findProperty(declaration: InterfaceDeclaration, name: string): PropertySignature | undefined {
    const own = declaration.getProperty(name);
    if (own) return own;
    for (const parent of declaration.getExtends()) {
      for (const base of this.#findNamed(parent.getExpression().getText())) {
        const inherited = this.#findProperty(base, name);
        if (inherited) return inherited;
      }
    }
    return undefined;
  }

  /** Finds the interfaces in a type, through unions, arrays, aliases and `Array<…>`. */
  #findInterfaces(node: TypeNode | undefined): InterfaceDeclaration[] {
    if (!node) return [];
    const union = node.asKind(SyntaxKind.UnionType);
    if (union) return union.getTypeNodes().flatMap((member) => this.#findInterfaces(member));
    const array = node.asKind(SyntaxKind.ArrayType);
    if (array) return this.#findInterfaces(array.getElementTypeNode());
    const reference = node.asKind(SyntaxKind.TypeReference);
    if (!reference) return [];
    const name = reference.getTypeName().getText();
    if (name === 'Array')
      return reference.getTypeArguments().flatMap((argument) => this.#findInterfaces(argument));
    return this.#findNamed(name);
  }

  #describe(declaration: InterfaceDeclaration): SdkObject {
    const required = declaration.getProperties().filter((property) => !property.hasQuestionToken());
    const literals = required.map((property): [string, string[]] => [
      property.getName(),
      listLiterals(property.getTypeNode()),
    ]);
    return {
      name: declaration.getName(),
      literals: Object.fromEntries(literals.filter(([, values]) => values.length > 0)),
      needsFields: literals.some(([, values]) => values.length === 0),
    };
  }
}

function listLiterals(node: TypeNode | undefined): string[] {
  const members = node?.asKind(SyntaxKind.UnionType)?.getTypeNodes() ?? (node ? [node] : []);
  const values = members.map((member) =>
    member
      .asKind(SyntaxKind.LiteralType)
      ?.getLiteral()
      .asKind(SyntaxKind.StringLiteral)
      ?.getLiteralValue(),
  );
  return values.every((value) => value !== undefined) ? values : [];
}
